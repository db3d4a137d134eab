package annals.outline;

import annals.anchor.PublishedAnchor;
import annals.outline.TextParts.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which part of a published text each part of the present one is. */
final class TextMatch {
  private final TextParts old;
  private final TextParts now;

  /** The present id of a part, as it was made by counting, to the published id it goes on with. */
  private final Map<String, String> kept = new HashMap<>();

  private final Set<String> used = new HashSet<>();

  TextMatch(TextParts old, TextParts now) {
    this.old = old;
    this.now = now;
    sectionsByHeading();
    sentencesByText();
    sectionsByText();
  }

  /** The published id that a part goes on with. */
  Optional<String> of(Part part) {
    return Optional.ofNullable(kept.get(part.id()));
  }

  private void keep(Part part, String id) {
    kept.put(part.id(), id);
    used.add(id);
  }

  private void sectionsByHeading() {
    for (Part section : now.sections()) {
      old.section(section.id())
          .filter(same -> same.hash().equals(section.hash()))
          .ifPresent(same -> keep(section, same.id()));
    }
    Map<String, Deque<String>> free = new HashMap<>();
    old.sections().forEach(section -> offer(free, section.hash(), section.id()));
    old.retired().stream()
        .filter(gone -> !isInText(gone.id()))
        .forEach(gone -> offer(free, gone.hash(), gone.id()));
    for (Part section : now.sections()) {
      if (!kept.containsKey(section.id())) {
        take(free, section.hash()).ifPresent(id -> keep(section, id));
      }
    }
  }

  /** Whether an id is one of a paragraph or sentence. */
  private static boolean isInText(String id) {
    return id.matches(".*-p\\d+(-\\d+)?");
  }

  private void offer(Map<String, Deque<String>> free, String hash, String id) {
    if (!used.contains(id)) {
      free.computeIfAbsent(hash, h -> new ArrayDeque<>()).add(id);
    }
  }

  private Optional<String> take(Map<String, Deque<String>> free, String hash) {
    Deque<String> ids = free.getOrDefault(hash, new ArrayDeque<>());
    while (!ids.isEmpty() && used.contains(ids.peek())) {
      ids.remove();
    }
    return Optional.ofNullable(ids.poll());
  }

  /** The same sentence in the same section first, then wherever it stood, then the retired ones. */
  private void sentencesByText() {
    Map<String, Deque<String>> inSection = new HashMap<>();
    Map<String, Deque<String>> anywhere = new HashMap<>();
    for (Part sentence : old.sentences()) {
      offer(inSection, sentence.section() + " " + sentence.hash(), sentence.id());
      offer(anywhere, sentence.hash(), sentence.id());
    }
    for (PublishedAnchor.Retired gone : old.retired()) {
      if (isInText(gone.id()) && !gone.hash().equals(PublishedAnchor.Retired.NO_HASH)) {
        offer(anywhere, gone.hash(), gone.id());
      }
    }
    for (Part sentence : now.sentences()) {
      String section = kept.getOrDefault(sentence.section(), sentence.section());
      take(inSection, section + " " + sentence.hash()).ifPresent(id -> keep(sentence, id));
    }
    for (Part sentence : now.sentences()) {
      if (!kept.containsKey(sentence.id())) {
        take(anywhere, sentence.hash()).ifPresent(id -> keep(sentence, id));
      }
    }
  }

  /** A section whose heading is new is the one that most of its own sentences stood in. */
  private void sectionsByText() {
    Map<String, Part> oldSentences = new HashMap<>();
    old.sentences().forEach(sentence -> oldSentences.put(sentence.id(), sentence));
    for (Part section : now.sections()) {
      if (!kept.containsKey(section.id())) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        now.sentences().stream()
            .filter(sentence -> sentence.section().equals(section.id()))
            .map(sentence -> oldSentences.get(kept.get(sentence.id())))
            .filter(sentence -> sentence != null && old.section(sentence.section()).isPresent())
            .forEach(sentence -> votes.merge(sentence.section(), 1, Integer::sum));
        winner(votes).ifPresent(id -> keep(section, id));
      }
    }
  }

  private Optional<String> winner(Map<String, Integer> votes) {
    return votes.entrySet().stream()
        .filter(vote -> !used.contains(vote.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** A section that nothing tells anything of goes on where its number says, if that is free. */
  boolean claim(Part section, String id) {
    boolean free = old.section(id).isPresent() && !used.contains(id);
    if (free) {
      keep(section, id);
    }
    return free;
  }

  /** To be called when all sections are settled. */
  void matchPassages() {
    Map<String, Part> oldSentences = new HashMap<>();
    old.sentences().forEach(sentence -> oldSentences.put(sentence.id(), sentence));
    for (Part passage : now.passages()) {
      if (passage.isParagraph()) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        now.sentencesOf(passage.id()).stream()
            .map(sentence -> oldSentences.get(kept.get(sentence.id())))
            .filter(sentence -> sentence != null)
            .forEach(sentence -> votes.merge(sentence.passage(), 1, Integer::sum));
        winner(votes).ifPresent(id -> keep(passage, id));
      } else {
        old.passages().stream()
            .filter(p -> p.hash().equals(passage.hash()) && !used.contains(p.id()))
            .findFirst()
            .ifPresent(p -> keep(passage, p.id()));
      }
    }
    pairGaps(now.passagesOf(TextParts.LEAD), old.passagesOf(TextParts.LEAD));
    for (Part section : now.sections()) {
      of(section).ifPresent(id -> pairGaps(now.passagesOf(section.id()), old.passagesOf(id)));
    }
  }

  /** To be called when all passages are settled. */
  void matchSentences() {
    for (Part passage : now.passages()) {
      of(passage).ifPresent(id -> pairGaps(now.sentencesOf(passage.id()), old.sentencesOf(id)));
    }
  }

  /**
   * What was rewritten in place: between two neighbours that are known, the unknown ones of both
   * sides go together in order.
   */
  private void pairGaps(List<Part> present, List<Part> published) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < published.size(); i++) {
      places.put(published.get(i).id(), i);
    }
    List<Part> gap = new ArrayList<>();
    int from = 0;
    for (Part part : present) {
      String id = kept.get(part.id());
      if (id == null) {
        gap.add(part);
      } else if (places.getOrDefault(id, -1) >= from) {
        pair(gap, published.subList(from, places.get(id)));
        from = places.get(id) + 1;
        gap.clear();
      }
    }
    pair(gap, published.subList(from, published.size()));
  }

  private void pair(List<Part> present, List<Part> published) {
    List<Part> free = published.stream().filter(part -> !used.contains(part.id())).toList();
    int next = 0;
    for (Part part : present) {
      if (next < free.size() && free.get(next).isParagraph() == part.isParagraph()) {
        keep(part, free.get(next).id());
        next++;
      }
    }
  }
}
