package annals.bench;

import annals.bench.LabelledPair.Label;
import annals.compare.FollowUps;
import annals.compare.LexicalModel;
import annals.compare.LexicalSimilarity;
import annals.compare.PlanItem;
import annals.compare.PlanItems;
import annals.compare.Vocabulary;
import annals.compare.SentenceRef;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints how well the follow-up finds what people found in labelled pairs of reports.
 *
 * <pre>FollowUpAccuracy DIR… [--predictions FILE]</pre>
 *
 * Each DIR holds folders with {@code plan_full.tsv}, {@code outcomes.tsv} and {@code labels.jsonl};
 * pairs named by years, by seeds, and other offices are counted apart. With {@code --predictions}
 * each labelled item is written as a JSON line: pair, plan,
 * kind, scores, outcomes.
 */
public final class FollowUpAccuracy {
  private FollowUpAccuracy() {}

  public static void main(String[] args) throws IOException {
    List<LabelledPair> pairs = new ArrayList<>();
    Path predictions = null;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--predictions") && i + 1 < args.length) {
        predictions = Path.of(args[++i]);
      } else {
        pairs.addAll(LabelledPair.in(Path.of(args[i])));
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Prediction> made = new ArrayList<>();
    for (LabelledPair pair : pairs) {
      made.addAll(predict(pair, LexicalModel.trained(), FollowUps.PARTLY));
    }
    print(made, out);
    if (predictions != null) {
      write(made, predictions);
    }
  }

  /** What the program says of one labelled plan sentence. */
  record Prediction(
      String pair, Label label, PlanItem.Kind kind, Map<String, Double> scores, List<String> shown) {
    void count(Accuracy accuracy) {
      accuracy.count(
          label, kind == PlanItem.Kind.COMMITMENT, scores, Set.copyOf(shown));
    }
  }

  static List<Prediction> predict(LabelledPair pair, LexicalModel model, double threshold) {
    Vocabulary vocabulary =
        Vocabulary.among(
            Stream.concat(pair.plan().stream(), pair.account().stream()).map(SentenceRef::text));
    double[][] scores =
        new LexicalSimilarity(vocabulary, model).scores(pair.plan(), pair.account());
    List<Prediction> predictions = new ArrayList<>();
    for (Label label : pair.labels()) {
      int row = pair.planIds().indexOf(label.plan());
      Map<String, Double> byId = new LinkedHashMap<>();
      for (int j = 0; j < pair.account().size(); j++) {
        if (scores[row][j] > 0) {
          byId.put(pair.accountIds().get(j), scores[row][j]);
        }
      }
      List<String> shown =
          FollowUps.outcomes(scores[row], pair.account(), threshold).stream()
              .map(outcome -> outcome.ref().anchor())
              .toList();
      PlanItem.Kind kind = PlanItems.kind(pair.plan().get(row));
      predictions.add(new Prediction(pair.name(), label, kind, byId, shown));
    }
    return predictions;
  }

  static void print(List<Prediction> predictions, PrintStream out) {
    out.println(Accuracy.head());
    Map<String, Accuracy> groups = new TreeMap<>();
    for (Prediction prediction : predictions) {
      for (String group : List.of("all", group(prediction.pair()), " " + prediction.pair())) {
        prediction.count(groups.computeIfAbsent(group, g -> new Accuracy()));
      }
    }
    groups.forEach((group, accuracy) -> out.println(accuracy.line(group)));
  }

  static String group(String pair) {
    return pair.matches("\\d.*") ? "years" : pair.contains("seed") ? "seeds" : "offices";
  }

  private static void write(List<Prediction> predictions, Path file) throws IOException {
    String lines =
        predictions.stream().map(FollowUpAccuracy::json).collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(file, lines);
  }

  private static String json(Prediction prediction) {
    var text = new java.io.StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("pair", prediction.pair());
      json.writeStringField("plan", prediction.label().plan());
      json.writeStringField("kind", prediction.kind().word());
      json.writeObjectFieldStart("scores");
      for (var score : prediction.scores().entrySet()) {
        json.writeNumberField(score.getKey(), score.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("outcomes");
      for (String id : prediction.shown()) {
        json.writeString(id);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
