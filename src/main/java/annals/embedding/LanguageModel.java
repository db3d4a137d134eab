package annals.embedding;

import java.util.List;

/** A model that turns texts into vectors. Safe for several threads. */
interface LanguageModel {
  /** One vector for each text, in their order, all of one length. */
  List<float[]> vectors(List<String> texts);
}
