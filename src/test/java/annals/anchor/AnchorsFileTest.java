package annals.anchor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorsFileTest {
  private static PublishedPage page(int year, boolean gone) {
    return new PublishedPage(
        year,
        "work",
        gone,
        List.of("units/a/" + year, "units/b/" + year + "-work"),
        "县水利站 " + year + "年工作总结",
        List.of(
            new PublishedAnchor.OfParagraph(
                "s-0-p1", List.of(PublishedAnchor.OfSentence.of("s-0-p1-1", "开头。"))),
            PublishedAnchor.OfSection.of("s-1", "工作 情况", "一、工作 情况"),
            PublishedAnchor.OfBlock.of("s-1-p1", "表"),
            new PublishedAnchor.OfParagraph(
                "s-1-p2",
                List.of(
                    PublishedAnchor.OfSentence.of("s-3-p1-4", "来自别处。"),
                    PublishedAnchor.OfSentence.of("s-1-p2-2", "照旧。"))),
            new PublishedAnchor.OfParagraph("s-1-p3", List.of()),
            new PublishedAnchor.Retired(
                "s-9", PublishedAnchor.Retired.NO_HASH, PublishedAnchor.Retired.TOP)));
  }

  private static List<PublishedPage> read(String text, List<Diagnostic> found) {
    return AnchorsFile.read("content/a/anchors.lock", text, found);
  }

  @Test
  void what_is_written_is_read_again_in_the_order_of_years() {
    List<Diagnostic> found = new ArrayList<>();
    String text = AnchorsFile.write(List.of(page(2023, false), page(2021, true)));
    assertEquals(List.of(page(2021, true), page(2023, false)), read(text, found));
    assertEquals(text, AnchorsFile.write(List.of(page(2021, true), page(2023, false))));
    assertEquals(List.of(), found);
  }

  @Test
  void line_ends_of_another_system_and_lost_blanks_at_line_ends_do_no_harm() {
    String text = AnchorsFile.write(List.of(page(2023, false)));
    assertEquals(List.of(page(2023, false)), read(text.replace("\n", "\r\n"), new ArrayList<>()));
    PublishedPage untitled =
        new PublishedPage(2023, "work", false, List.of("units/a/2023"), "", List.of());
    assertEquals(
        List.of(untitled),
        read(AnchorsFile.write(List.of(untitled)).replaceAll("(?m) +$", ""), new ArrayList<>()));
  }

  @Test
  void marks_of_a_merge_are_an_error_at_their_line_and_nothing_is_half_remembered() {
    List<String> lines =
        new ArrayList<>(AnchorsFile.write(List.of(page(2023, false))).lines().toList());
    lines.add(5, "<<<<<<< ours");
    List<Diagnostic> found = new ArrayList<>();
    assertEquals(List.of(), read(String.join("\n", lines), found));
    assertEquals(1, found.size());
    assertEquals(6, found.getFirst().position().line());
    assertEquals("anchors-unreadable", found.getFirst().code());
  }

  @Test
  void damaged_lines_are_refused() {
    String head = "annals-anchors 1\n\nreport 2023 work units/a/2023\ntitle t\n";
    for (String line :
        List.of(
            "s s-1 short 一、",
            "p s-1-p1 12345678 1234",
            "b s-1-p1",
            "r s-1",
            "x y z",
            "report 2023 work units/a/2023",
            "report 2024 work ../../etc",
            "report 23 work units/a/2023")) {
      List<Diagnostic> found = new ArrayList<>();
      assertEquals(List.of(), read(head + line + "\n", found), line);
      assertEquals(1, found.size(), line);
    }
    assertEquals(1, read(head, new ArrayList<>()).size());
    List<Diagnostic> found = new ArrayList<>();
    assertTrue(read("something else\n", found).isEmpty());
    assertEquals(1, found.size());
  }

  @Test
  void blanks_do_not_make_another_text_and_everything_else_does() {
    assertEquals(TextHash.of("修渠12公里。"), TextHash.of(" 修渠 12\u3000公里。"));
    assertNotEquals(TextHash.of("修渠12公里。"), TextHash.of("修渠21公里。"));
    assertEquals(TextHash.LENGTH, TextHash.of("").length());
  }
}
