package annals.page;

import annals.compare.FollowUp;
import annals.compare.Ruling;
import java.util.ArrayList;
import java.util.List;

/** Says in words who ruled what and when. */
final class RulingWords {
  private final Site site;

  RulingWords(Site site) {
    this.site = site;
  }

  /** Behind the ruling's word: that it is a ruling, by whom, and whether it is stale. */
  String brief(FollowUp.Ruled ruled) {
    Ruling ruling = ruled.ruling();
    if (ruling.state().isEmpty()) {
      return "";
    }
    List<String> words = new ArrayList<>();
    words.add(site.text("ruling.name"));
    add(words, signature(ruling));
    if (ruled.stale()) {
      words.add(site.text("ruling.stale"));
    }
    return site.text("ruling.brief", String.join(site.text("bar.separator"), words));
  }

  /** By whom and when; empty if neither is said. */
  String signature(Ruling ruling) {
    List<String> words = new ArrayList<>();
    add(words, ruling.by());
    add(words, site.date(ruling.date()));
    return String.join(" ", words);
  }

  private static void add(List<String> words, String word) {
    if (!word.isEmpty()) {
      words.add(word);
    }
  }
}
