package annals.bench;

import annals.bench.LabelledPair.Label;
import annals.compare.FollowUps;
import annals.compare.Cut;
import annals.compare.FollowUpModel;
import annals.compare.Outcome;
import annals.compare.PlanItem;
import annals.compare.PlanItems;
import annals.compare.State;
import annals.embedding.CachedVectors;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints how well the follow-up finds what people found in labelled pairs of reports.
 *
 * <pre>FollowUpAccuracy DIR… [--similarity semantic|lexical] [--predictions FILE]</pre>
 *
 * Each DIR is a pair, or holds pairs: folders with {@code plan_full.tsv}, {@code outcomes.tsv} and
 * {@code labels.jsonl}. Pairs named by years, pairs of seeds, and other offices are counted apart.
 * With {@code --predictions} each labelled item is written as a JSON line: pair, plan, kind, scores,
 * outcomes. Without {@code --similarity} both are printed, and the predictions are the semantic
 * ones. The model is the one that Annals ships, trained on all of the gold pairs; {@link
 * FollowUpTrainer} prints what it reaches on pairs it has not seen.
 */
public final class FollowUpAccuracy {
  /** The vectors of the labelled sentences are kept here. */
  static final Path CACHE = Path.of(".annals");

  private FollowUpAccuracy() {}

  public static void main(String[] args) throws IOException {
    List<LabelledPair> pairs = new ArrayList<>();
    Path file = null;
    List<String> similarities = List.of("lexical", "semantic");
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--predictions") && i + 1 < args.length) {
        file = Path.of(args[++i]);
      } else if (args[i].equals("--similarity") && i + 1 < args.length) {
        similarities = List.of(args[++i]);
      } else if (args[i].startsWith("--")) {
        throw new IllegalArgumentException(
            "DIR… [--similarity semantic|lexical] [--predictions FILE], not " + args[i]);
      } else {
        pairs.addAll(LabelledPair.in(Path.of(args[i])));
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String similarity : similarities) {
      List<Prediction> predictions = new ArrayList<>();
      try (CachedVectors vectors = CachedVectors.in(CACHE, computed -> {})) {
        boolean semantic = similarity.equals("semantic");
        for (LabelledPair pair : pairs) {
          double[][] scores =
              pair.features(semantic ? Optional.of(vectors) : Optional.empty())
                  .scores(semantic ? FollowUpModel.semantic() : FollowUpModel.lexical());
          predictions.addAll(predict(pair, scores));
        }
      }
      print(similarity, predictions, out);
      if (file != null && similarity.equals(similarities.getLast())) {
        write(predictions, file);
      }
    }
    // The threads of the language model's session would keep the program from ending.
    System.exit(0);
  }

  /** What the program says of one labelled plan sentence. */
  record Prediction(
      String pair,
      Label label,
      PlanItem.Kind kind,
      State state,
      Map<String, Double> scores,
      List<String> shown) {
    void count(Accuracy accuracy) {
      accuracy.count(
          label, kind == PlanItem.Kind.COMMITMENT, state, scores, Set.copyOf(shown));
    }
  }

  static List<Prediction> predict(LabelledPair pair, double[][] scores) {
    double cut = Cut.of(scores);
    List<Prediction> predictions = new ArrayList<>();
    for (Label label : pair.labels()) {
      int row = pair.planIds().indexOf(label.plan());
      Map<String, Double> byId = new LinkedHashMap<>();
      for (int j = 0; j < pair.account().size(); j++) {
        if (scores[row][j] > 0) {
          byId.put(pair.accountIds().get(j), scores[row][j]);
        }
      }
      List<Outcome> outcomes = FollowUps.outcomes(scores[row], pair.account(), cut);
      List<String> shown = outcomes.stream().map(outcome -> outcome.ref().anchor()).toList();
      PlanItem.Kind kind = PlanItems.kind(pair.plan().get(row));
      State state =
          FollowUps.state(
              true, new PlanItem(label.plan(), pair.plan().get(row), kind), outcomes);
      predictions.add(new Prediction(pair.name(), label, kind, state, byId, shown));
    }
    return predictions;
  }

  static void print(String title, List<Prediction> predictions, PrintStream out) {
    out.println(title);
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
