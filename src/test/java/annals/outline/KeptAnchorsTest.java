package annals.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.anchor.AnchorsFile;
import annals.anchor.PublishedAnchor;
import annals.anchor.PublishedPage;
import annals.markdown.MarkdownReader;
import annals.report.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ids that were published go on naming what they named. */
class KeptAnchorsTest {
  private static Report report(String body) {
    String markdown = "---\ntitle: 县水利站2023年工作总结\n---\n\n" + body;
    return new MarkdownReader().read("r.md", markdown).report();
  }

  private static Outline first(String body) {
    return Outliner.outline(report(body)).outline();
  }

  private static Outline after(Outline published, String body) {
    return Outliner.outline(report(body), Optional.of(page(published))).outline();
  }

  /** As it comes back from the file. */
  private static PublishedPage page(Outline outline) {
    PublishedPage page =
        new PublishedPage(
            2023,
            "work",
            false,
            List.of("units/shuili/2023"),
            outline.title(),
            PageAnchors.of(outline));
    List<PublishedPage> read =
        AnchorsFile.read("anchors.lock", AnchorsFile.write(List.of(page)), new ArrayList<>());
    assertEquals(List.of(page), read);
    return page;
  }

  /** Every sentence and heading by its id. */
  private static Map<String, String> texts(Outline outline) {
    Map<String, String> texts = new TreeMap<>();
    outline.lead().forEach(p -> p.sentences().forEach(s -> texts.put(s.anchor(), s.text())));
    outline
        .walk()
        .forEach(
            section -> {
              texts.put(section.anchor(), section.heading());
              section.body().stream()
                  .flatMap(p -> p.sentences().stream())
                  .forEach(s -> texts.put(s.anchor(), s.text()));
            });
    return texts;
  }

  private static String idOf(Outline outline, String text) {
    return texts(outline).entrySet().stream()
        .filter(e -> e.getValue().equals(text))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> retired(Outline outline) {
    Map<String, String> retired = new HashMap<>();
    outline.retired().forEach(gone -> retired.put(gone.id(), gone.at()));
    return retired;
  }

  @Test
  void a_paragraph_put_in_before_others_gets_an_id_that_was_never_used() {
    Outline published = first("## 一、情况\n\n甲。乙。\n\n丙。\n");
    Outline now = after(published, "## 一、情况\n\n新来的。\n\n甲。乙。\n\n丙。\n");
    assertEquals("s-1-p1-2", idOf(now, "乙。"));
    assertEquals("s-1-p2-1", idOf(now, "丙。"));
    assertEquals("s-1-p4-1", idOf(now, "新来的。"));
    assertTrue(now.retired().isEmpty());
  }

  @Test
  void a_section_put_in_between_leaves_the_others_their_ids() {
    Outline published = first("## 一、情况\n\n### （一）修渠\n\n甲。\n\n### （二）清淤\n\n乙。\n");
    Outline now =
        after(published, "## 一、情况\n\n### （一）修渠\n\n甲。\n\n### （二）打井\n\n丁。\n\n### （三）清淤\n\n乙。\n");
    assertEquals("s-1-2", idOf(now, "清淤"));
    assertEquals("s-1-2-p1-1", idOf(now, "乙。"));
    assertEquals("s-1-2b", idOf(now, "打井"));
    assertEquals("s-1-2b-p1-1", idOf(now, "丁。"));
  }

  @Test
  void a_sentence_rewritten_between_its_neighbours_keeps_its_id() {
    Outline published = first("## 一、情况\n\n甲。乙。丙。\n");
    Outline now = after(published, "## 一、情况\n\n甲。改写过的乙。丙。\n");
    assertEquals("s-1-p1-2", idOf(now, "改写过的乙。"));
  }

  @Test
  void a_paragraph_rewritten_whole_keeps_its_id() {
    Outline published = first("## 一、情况\n\n甲。\n\n乙。\n\n丙。\n");
    Outline now = after(published, "## 一、情况\n\n甲。\n\n都改了。\n\n丙。\n");
    assertEquals("s-1-p2-1", idOf(now, "都改了。"));
  }

  @Test
  void a_sentence_moved_to_another_section_takes_its_id_along() {
    Outline published = first("## 一、情况\n\n甲。乙。\n\n## 二、问题\n\n丙。\n");
    Outline now = after(published, "## 一、情况\n\n甲。\n\n## 二、问题\n\n丙。乙。\n");
    assertEquals("s-1-p1-2", idOf(now, "乙。"));
    assertTrue(now.retired().isEmpty());
  }

  @Test
  void a_heading_that_was_rewritten_is_known_by_its_text() {
    Outline published = first("## 一、情况\n\n### （一）修渠\n\n甲。\n\n### （二）清淤\n\n乙。\n");
    Outline now = after(published, "## 一、情况\n\n### （一）打井\n\n丁。\n\n### （二）修渠成效\n\n甲。\n");
    assertEquals("s-1-1", idOf(now, "修渠成效"));
    assertEquals("s-1-1b", idOf(now, "打井"));
    assertEquals("s-1", retired(now).get("s-1-2"));
  }

  @Test
  void an_id_whose_text_is_gone_leads_to_where_it_stood() {
    Outline published = first("## 一、情况\n\n甲。乙。丙。\n\n丁。\n\n## 二、问题\n\n戊。\n");
    Outline now = after(published, "## 一、情况\n\n甲。丙。\n");
    assertEquals(
        Map.of(
            "s-1-p1-2",
            "s-1-p1-1",
            "s-1-p2",
            "s-1-p1",
            "s-1-p2-1",
            "s-1-p1",
            "s-2",
            PublishedAnchor.Retired.TOP,
            "s-2-p1",
            PublishedAnchor.Retired.TOP,
            "s-2-p1-1",
            PublishedAnchor.Retired.TOP),
        retired(now));
  }

  @Test
  void a_text_that_comes_back_gets_its_old_id_back() {
    Outline published = first("## 一、情况\n\n甲。乙。\n");
    Outline without = after(published, "## 一、情况\n\n甲。\n");
    Outline other = after(without, "## 一、情况\n\n甲。丙。\n");
    assertEquals("s-1-p1-3", idOf(other, "丙。"));
    Outline again = after(other, "## 一、情况\n\n甲。丙。乙。\n");
    assertEquals("s-1-p1-2", idOf(again, "乙。"));
    assertTrue(again.retired().isEmpty());
  }

  @Test
  void an_anchor_of_the_authors_own_stays_and_the_old_one_leads_to_it() {
    Outline published = first("## 一、情况\n\n甲。\n");
    Outline now = after(published, "## 一、情况 {#now}\n\n甲。\n");
    assertEquals("now", idOf(now, "情况"));
    assertEquals("s-1-p1-1", idOf(now, "甲。"));
    assertEquals("now", retired(now).get("s-1"));
  }

  /** A text that is edited at random, again and again, and published after each edit. */
  private static final class Edited {
    private final Random random;
    private final List<String> blocks = new ArrayList<>();
    private int words;

    Edited(Random random) {
      this.random = random;
      for (int section = 0; section < 4; section++) {
        blocks.add("## " + "一二三四".charAt(section) + "、" + word());
        for (int paragraph = 0; paragraph < 4; paragraph++) {
          blocks.add(sentences(1 + random.nextInt(4)));
        }
      }
    }

    private String word() {
      return "第" + words++ + "件事";
    }

    private String sentences(int number) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < number; i++) {
        text.append(word()).append(random.nextInt(12) == 0 ? "同样" : "").append("办完了。");
      }
      return text.toString();
    }

    void edit() {
      int at = 1 + random.nextInt(blocks.size() - 1);
      switch (random.nextInt(7)) {
        case 0 -> blocks.add(at, sentences(1 + random.nextInt(3)));
        case 1 -> blocks.remove(at);
        case 2 -> blocks.add(1 + random.nextInt(blocks.size() - 1), blocks.remove(at));
        case 3 -> blocks.add(at, "### （" + "一二三四五".charAt(random.nextInt(5)) + "）" + word());
        case 4 -> blocks.set(at, blocks.get(at).replaceFirst("第\\d+件", "第" + words++ + "件"));
        case 5 -> {
          int end = blocks.get(at).indexOf('。') + 1;
          blocks.set(
              at,
              blocks.get(at).substring(end).isEmpty()
                  ? word() + "。"
                  : blocks.get(at).substring(end));
        }
        default ->
            blocks.set(at, blocks.get(at) + (blocks.get(at).startsWith("#") ? "又" : sentences(1)));
      }
    }

    @Override
    public String toString() {
      return String.join("\n\n", blocks) + "\n";
    }
  }

  private static List<String> allIds(Outline outline) {
    List<String> ids = new ArrayList<>();
    for (PublishedAnchor anchor : PageAnchors.of(outline)) {
      ids.add(anchor.id());
      if (anchor instanceof PublishedAnchor.OfParagraph paragraph) {
        paragraph.sentences().forEach(sentence -> ids.add(sentence.id()));
      }
    }
    return ids;
  }

  @Test
  void whatever_is_edited_no_id_is_lost_or_given_twice_and_every_text_keeps_its_own() {
    for (int seed = 0; seed < 25; seed++) {
      Edited text = new Edited(new Random(seed));
      Outline published = first(text.toString());
      Set<String> ever = new HashSet<>(allIds(published));
      for (int release = 0; release < 12; release++) {
        text.edit();
        String at = "seed " + seed + ", release " + release + "\n" + text;
        Outline now = after(published, text.toString());
        List<String> ids = allIds(now);
        assertEquals(ids.size(), new HashSet<>(ids).size(), at);
        assertTrue(ids.containsAll(ever), at);
        Map<String, String> before = texts(published);
        texts(now)
            .forEach(
                (id, words) -> {
                  if (before.containsValue(words)) {
                    assertEquals(words, before.get(id), at + id);
                  }
                });
        Set<String> present = new HashSet<>(ids);
        now.retired().forEach(gone -> present.remove(gone.id()));
        now.retired()
            .forEach(
                gone ->
                    assertTrue(
                        gone.at().equals(PublishedAnchor.Retired.TOP)
                            || present.contains(gone.at()),
                        at + gone));
        assertEquals(now, after(now, text.toString()), at);
        ever.addAll(ids);
        published = now;
      }
    }
  }
}
