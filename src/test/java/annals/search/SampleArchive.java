package annals.search;

import annals.archive.Catalog;
import annals.archive.ReportRecord;
import annals.archive.UnitArchive;
import annals.outline.Outline;
import annals.outline.Outliner;
import annals.outline.Role;
import annals.outline.Section;
import annals.page.SitePlan;
import annals.report.Block;
import annals.report.Prose;
import annals.report.Report;
import annals.report.ReportId;
import annals.report.UnitInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * An archive made up from a seed, with what every page shows beside it. Words are drawn by Zipf's
 * law, so that runs within words are common and runs across words are not.
 */
final class SampleArchive {
  private static final String[] NUMBERS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  private static final String[] ROLES = {"summary", "problems", "plan", "other"};
  private static final String[] ODDITIES = {
    "GDP",
    "gdp增长",
    "５．２％",
    "5%",
    "12345热线",
    "PPT",
    "“三服务”",
    "😀",
    "𠮷野家",
    "<script>alert(1)</script>",
    "a|b",
    "C++",
    ".*",
    "[x]",
    "\\",
    "①",
    "㎡",
    "一 二",
    "⾏政",
    "“十四五”",
    "——",
    "…",
    "`code`",
    "&amp;"
  };

  private final Random random;
  private final String[] words;
  private final int sectionCount;
  private final int paragraphLength;
  private final Map<ReportId, List<List<String>>> sections = new LinkedHashMap<>();
  private final Map<ReportId, List<Role>> roles = new LinkedHashMap<>();
  private final Map<String, Catalog.Unit> catalogUnits = new LinkedHashMap<>();
  private final int years;

  SampleArchive(long seed, int years, int vocabulary, int sections, int paragraphLength) {
    this.random = new Random(seed);
    this.years = years;
    this.sectionCount = sections;
    this.paragraphLength = paragraphLength;
    this.words = new String[vocabulary];
    for (int i = 0; i < vocabulary; i++) {
      words[i] = newWord();
    }
  }

  /** Makes the next unit, with a report for each year. */
  UnitArchive nextUnit() {
    String slug = "unit-" + (catalogUnits.size() + 1);
    UnitInfo info =
        new UnitInfo(
            slug,
            "第" + (catalogUnits.size() + 1) + "办公室",
            slug,
            Optional.empty(),
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    List<ReportRecord> reports = new ArrayList<>();
    List<Catalog.Entry> entries = new ArrayList<>();
    for (int year = 2024 - years + 1; year <= 2024; year++) {
      ReportId id = new ReportId(slug, year, year % 4 == 0 ? "party" : "work");
      String title = info.name() + year + "年" + word() + "工作总结";
      Report report = report(id, title);
      Outline outline = Outliner.outline(report).outline();
      reports.add(new ReportRecord(id, report, outline));
      roles.put(
          id, Stream.concat(Stream.of(Role.OTHER), outline.walk().map(Section::role)).toList());
      entries.add(new Catalog.Entry(id, title, Optional.empty(), Optional.empty(), report.path()));
    }
    catalogUnits.put(slug, new Catalog.Unit(info, entries));
    return new UnitArchive(info, reports, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  List<UnitArchive> nextUnits(int count) {
    List<UnitArchive> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      units.add(nextUnit());
    }
    return units;
  }

  /** Of the units made so far. */
  Catalog catalog() {
    return new Catalog(List.copyOf(catalogUnits.values()));
  }

  SitePlan plan() {
    return new SitePlan(catalog());
  }

  /**
   * By report what its page shows: first title and lead, then for each section its heading and its
   * own paragraphs.
   */
  Map<ReportId, List<List<String>>> sections() {
    return sections;
  }

  /** The roles of these sections. */
  Map<ReportId, List<Role>> roles() {
    return roles;
  }

  /** The same without sections. */
  Map<ReportId, List<String>> paragraphs() {
    Map<ReportId, List<String>> paragraphs = new LinkedHashMap<>();
    sections.forEach((id, own) -> paragraphs.put(id, own.stream().flatMap(List::stream).toList()));
    return paragraphs;
  }

  private Report report(ReportId id, String title) {
    List<List<String>> all = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    List<String> shown = new ArrayList<>(List.of(title));
    all.add(shown);
    paragraph(shown, blocks);
    for (int i = 1; i <= sectionCount; i++) {
      int level = i % 3 == 1 ? 2 : 3;
      String number = level == 2 ? NUMBERS[i / 3 % 10] + "、" : "（" + NUMBERS[(i % 3 + 1) % 3] + "）";
      String heading = number + clause(3);
      shown = new ArrayList<>(List.of(heading));
      all.add(shown);
      Block.Overrides role =
          new Block.Overrides(
              Optional.of(pick(ROLES)).filter(r -> level == 2), Optional.empty(), Optional.empty());
      blocks.add(new Block.Heading(level, Prose.plain(heading), role, blocks.size() + 1));
      for (int p = random.nextInt(3); p >= 0; p--) {
        paragraph(shown, blocks);
      }
    }
    sections.put(id, all.stream().map(List::copyOf).toList());
    Report.Header header =
        new Report.Header(
            title,
            Optional.empty(),
            Optional.of(id.year()),
            Optional.of(id.kind()),
            Optional.empty(),
            Optional.empty(),
            false);
    return new Report("content/" + id + ".md", header, blocks);
  }

  private void paragraph(List<String> shown, List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    while (text.length() < paragraphLength) {
      text.append(clause(2 + random.nextInt(5))).append(random.nextInt(3) == 0 ? "。" : "，");
    }
    shown.add(text.toString());
    blocks.add(new Block.Paragraph(Prose.plain(text.toString()), blocks.size() + 1));
  }

  private String clause(int length) {
    StringBuilder clause = new StringBuilder();
    for (int i = 0; i < length; i++) {
      clause.append(random.nextInt(60) == 0 ? pick(ODDITIES) : word());
    }
    return clause.toString();
  }

  /** Zipf's law: rank r with a probability of about 1/r. */
  private String word() {
    return words[(int) Math.exp(random.nextDouble() * Math.log(words.length))];
  }

  /** Characters, too, are drawn by Zipf's law, from about 3,000. */
  private String newWord() {
    StringBuilder word = new StringBuilder();
    for (int length = 1 + Math.min(3, random.nextInt(3) + random.nextInt(2));
        length > 0;
        length--) {
      int rank = (int) Math.exp(random.nextDouble() * Math.log(3000));
      word.append((char) (0x4e00 + rank * 7 % 20000));
    }
    return word.toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
