package annals.bench;

import annals.compare.FeatureTable;
import annals.compare.PairFeatures;
import annals.compare.SentenceRef;
import annals.compare.SentenceVectors;
import annals.compare.State;
import annals.compare.Vocabulary;
import annals.outline.Numbering;
import annals.outline.Role;
import annals.outline.Section;
import annals.outline.Sentence;
import annals.outline.TargetYear;
import annals.report.Prose;
import annals.text.Span;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A plan and an account whose sentences people have matched: the files {@code plan_full.tsv}, {@code
 * outcomes.tsv} and {@code labels.jsonl} of one folder.
 *
 * @param name the folder's name
 * @param planIds the ids of the plan's sentences, in reading order
 * @param plan the plan's sentences
 * @param accountIds the ids of the account's sentences
 * @param account the account's sentences
 * @param labels one for each sampled plan sentence
 */
record LabelledPair(
    String name,
    List<String> planIds,
    List<SentenceRef> plan,
    List<String> accountIds,
    List<SentenceRef> account,
    List<Label> labels) {
  private static final int HEADING_LENGTH = 40;
  private static final int EXCERPT = 6;
  private static final int ELSEWHERE = 3;

  /**
   * What people found for one plan sentence.
   *
   * @param kind {@code commitment}, {@code statement}, or {@code either} where they disagreed
   * @param outcomes the account sentences that all of them gave
   * @param also those that only one gave
   * @param state done is found, partial and missed are partly found; empty where nothing is said
   */
  record Label(
      String plan, String kind, Set<String> outcomes, Set<String> also, Optional<State> state) {}

  /** The features of all pairs of sentences; rarity is that in these two reports. */
  FeatureTable features(Optional<SentenceVectors> vectors) {
    Vocabulary vocabulary =
        Vocabulary.among(Stream.concat(plan.stream(), account.stream()).map(SentenceRef::text));
    return PairFeatures.of(plan, account, vocabulary, vectors);
  }

  /**
   * The pair in pieces such as short reports are: every six sentences of the plan with the account
   * sentences that people gave for them, those beside these, and three from about the same place.
   */
  List<LabelledPair> excerpts() {
    List<LabelledPair> excerpts = new ArrayList<>();
    for (int from = 0; from < plan.size(); from += EXCERPT) {
      int to = Math.min(plan.size(), from + EXCERPT);
      List<String> ids = planIds.subList(from, to);
      List<Label> labelled = labels.stream().filter(label -> ids.contains(label.plan())).toList();
      if (!labelled.isEmpty()) {
        int[] kept = told(labelled, from * account.size() / plan.size()).toArray();
        excerpts.add(
            new LabelledPair(
                name,
                ids,
                plan.subList(from, to),
                Arrays.stream(kept).mapToObj(accountIds::get).toList(),
                Arrays.stream(kept).mapToObj(account::get).toList(),
                labelled));
      }
    }
    return excerpts;
  }

  private IntStream told(List<Label> labelled, int place) {
    IntStream given =
        labelled.stream()
            .flatMap(label -> Stream.concat(label.outcomes().stream(), label.also().stream()))
            .mapToInt(accountIds::indexOf)
            .flatMap(index -> IntStream.rangeClosed(index - 1, index + 1));
    return IntStream.concat(given, IntStream.range(place, place + ELSEWHERE))
        .filter(index -> index >= 0 && index < account.size())
        .distinct()
        .sorted();
  }

  /** All pairs below a folder, or the one in it, by name. */
  static List<LabelledPair> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.find(folder, 2, (p, a) -> p.endsWith("labels.jsonl"))) {
      List<LabelledPair> pairs = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        pairs.add(read(file.toAbsolutePath().getParent()));
      }
      return pairs;
    }
  }

  private static LabelledPair read(Path folder) throws IOException {
    List<String> planIds = new ArrayList<>();
    List<SentenceRef> plan = sentences(folder.resolve("plan_full.tsv"), Role.PLAN, planIds);
    List<String> accountIds = new ArrayList<>();
    List<SentenceRef> account =
        sentences(folder.resolve("outcomes.tsv"), Role.SUMMARY, accountIds);
    List<Label> labels = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("labels.jsonl"))) {
      if (!line.isBlank()) {
        labels.add(label(line));
      }
    }
    String name = folder.getFileName().toString();
    return new LabelledPair(name, planIds, plan, accountIds, account, labels);
  }

  /**
   * The files hold no headings, so a short numbered sentence is taken for the heading of what
   * follows.
   */
  private static List<SentenceRef> sentences(Path file, Role role, List<String> ids)
      throws IOException {
    List<SentenceRef> sentences = new ArrayList<>();
    Section section = section(role, "s-0", Optional.empty());
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      String id = line.substring(0, tab);
      String text = line.substring(line.lastIndexOf('\t') + 1);
      Sentence sentence = new Sentence(id, text, new Span(0, text.length()));
      if (text.length() <= HEADING_LENGTH && Numbering.parse(text).isPresent()) {
        section = section(role, "s-" + id, Optional.of(sentence));
      }
      ids.add(id);
      sentences.add(new SentenceRef(section, sentence));
    }
    return sentences;
  }

  private static Section section(Role role, String anchor, Optional<Sentence> heading) {
    String text = heading.map(Sentence::text).orElse("");
    int end = Numbering.parse(text).map(mark -> mark.end()).orElse(0);
    return new Section(
        anchor,
        1,
        text.substring(0, end),
        text.substring(end),
        Prose.plain(text),
        heading.isPresent(),
        role,
        TargetYear.of(0),
        heading,
        List.of(),
        List.of(),
        0);
  }

  private static Label label(String line) throws IOException {
    Map<String, String> words = new HashMap<>();
    Map<String, Set<String>> lists = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      String field = "";
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          field = json.currentName();
        } else if (token == JsonToken.START_ARRAY) {
          Set<String> ids = new HashSet<>();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            ids.add(json.getText());
          }
          lists.put(field, ids);
        } else if (token == JsonToken.VALUE_STRING) {
          words.put(field, json.getText());
        }
      }
    }
    return new Label(
        words.get("plan"),
        words.get("kind"),
        lists.getOrDefault("outcomes", Set.of()),
        lists.getOrDefault("also", Set.of()),
        state(words.getOrDefault("status", "")));
  }

  private static Optional<State> state(String status) {
    return switch (status) {
      case "done" -> Optional.of(State.FOUND);
      case "partial", "missed" -> Optional.of(State.PARTLY);
      case "none" -> Optional.of(State.NOT_FOUND);
      default -> Optional.empty();
    };
  }
}
