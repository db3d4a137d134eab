package annals.diary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import annals.anchor.PublishedAnchor;
import annals.anchor.PublishedPage;
import annals.diary.ChangedReport.Change;
import annals.diary.ChangedReport.ChangedSection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiaryTest {
  /** A report with a lead and sections, each a paragraph of sentences: {@code "标题:甲。乙。"}. */
  private static PublishedPage page(String address, String title, String lead, String... sections) {
    List<PublishedAnchor> anchors = new ArrayList<>();
    anchors.add(paragraph("s-0-p1", lead));
    for (String section : sections) {
      String[] parts = section.split(":");
      String id = "s-" + parts[0];
      anchors.add(PublishedAnchor.OfSection.of(id, parts[1], parts[0] + "、" + parts[1]));
      anchors.add(paragraph(id + "-p1", parts[2]));
    }
    return new PublishedPage(2023, "work", false, List.of(address.split(" ")), title, anchors);
  }

  private static PublishedAnchor paragraph(String id, String text) {
    List<PublishedAnchor.OfSentence> sentences = new ArrayList<>();
    for (String sentence : Arrays.asList(text.split("(?<=。)"))) {
      sentences.add(PublishedAnchor.OfSentence.of(id + "-" + (sentences.size() + 1), sentence));
    }
    return new PublishedAnchor.OfParagraph(id, sentences);
  }

  @Test
  void added_changed_and_removed_reports_are_told_with_their_sections() {
    Comparison found =
        Comparison.of(
            List.of(
                page("units/a/2021", "旧", "头。"),
                page("units/a/2022", "同", "头。", "1:情况:甲。"),
                page("units/a/2023", "变", "头。", "1:情况:甲。乙。", "2:问题:丙。", "3:打算:丁。")),
            List.of(
                page("units/a/2022", "同", "头。", "1:情况:甲。"),
                page("units/a/2023", "变", "头。", "1:情况:甲。乙改。", "2:问题:丙。", "4:附:戊。"),
                page("units/a/2024", "新", "头。")));
    assertEquals(List.of(new ReportRef("新", "units/a/2024")), found.added());
    assertEquals(List.of(new ReportRef("旧", "units/a/2021")), found.removed());
    assertEquals(
        List.of(
            new ChangedReport(
                new ReportRef("变", "units/a/2023"),
                false,
                List.of(
                    new ChangedSection("s-1", "1、情况", Change.CHANGED),
                    new ChangedSection("s-4", "4、附", Change.ADDED),
                    new ChangedSection("s-3", "3、打算", Change.REMOVED)),
                1,
                1,
                1)),
        found.changed());
  }

  @Test
  void a_report_that_only_moved_is_neither_new_nor_gone() {
    Comparison found =
        Comparison.of(
            List.of(page("units/a/2023", "题", "头。")),
            List.of(page("units/a/2023 units/a/2023-work", "题", "头。")));
    assertEquals(new Comparison(List.of(), List.of(), List.of()), found);
  }

  @Test
  void a_new_title_and_a_new_lead_are_changes() {
    ChangedReport changed =
        Comparison.of(
                List.of(page("units/a/2023", "题", "头。")),
                List.of(page("units/a/2023", "新题", "新头。")))
            .changed()
            .getFirst();
    assertEquals(true, changed.renamed());
    assertEquals(List.of(new ChangedSection("", "", Change.CHANGED)), changed.sections());
  }

  @Test
  void a_diary_is_read_as_it_was_written_the_newest_release_first() throws IOException {
    ReportRef report = new ReportRef("县\"水利\"站\\2023", "units/a/2023");
    ReleaseEntry first =
        new ReleaseEntry(
            "20260101T000000Z-000000000000",
            Instant.parse("2026-01-01T00:00:00Z"),
            true,
            3,
            9,
            List.of(),
            List.of(),
            List.of());
    ReleaseEntry second =
        new ReleaseEntry(
            "20260102T000000Z-000000000000",
            Instant.parse("2026-01-02T00:00:00Z"),
            false,
            4,
            7,
            List.of(report),
            List.of(
                new ChangedReport(
                    report,
                    true,
                    List.of(new ChangedSection("s-1", "一、", Change.REMOVED)),
                    1,
                    2,
                    3)),
            List.of(report));
    Diary diary = Diary.EMPTY.with(first).with(second);
    assertEquals(List.of(second, first), diary.releases());
    assertEquals(diary, Diary.read(diary.json()));
  }

  @Test
  void what_is_no_diary_is_refused() {
    for (String text : List.of("", "[]", "{\"version\":2,\"releases\":[]}", "{\"version\":1}")) {
      assertThrows(
          IOException.class, () -> Diary.read(text.getBytes(StandardCharsets.UTF_8)), text);
    }
  }
}
