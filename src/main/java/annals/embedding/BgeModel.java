package annals.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.List;

/**
 * bge-small-zh-v1.5, quantised, by ONNX. Each text goes through the network alone, so that no
 * vector depends on the texts it was computed with; texts are spread over all processors.
 */
final class BgeModel implements LanguageModel {
  /** Names the model and the release of it, for what was computed by another is not the same. */
  static final String NAME = "bge-small-zh-v15-q-1.11.0";

  /** What the model's authors put before a query when they taught it to search. */
  static final String QUERY = "为这个句子生成表示以用于检索相关文章：";

  /** Length of a vector. */
  static final int DIMENSIONS = 512;

  private final BgeSmallZhV15QuantizedEmbeddingModel model =
      new BgeSmallZhV15QuantizedEmbeddingModel();

  @Override
  public List<float[]> vectors(List<String> texts) {
    return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
        .map(Embedding::vector)
        .toList();
  }
}
