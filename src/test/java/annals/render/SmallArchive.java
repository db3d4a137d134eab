package annals.render;

import annals.archive.Catalog;
import annals.archive.ReportRecord;
import annals.archive.UnitArchive;
import annals.archive.UnitArchives;
import annals.archive.UnitSummary;
import annals.diary.Diary;
import annals.diary.ReleaseEntry;
import annals.diary.ReportRef;
import annals.markdown.MarkdownReader;
import annals.outline.Outliner;
import annals.output.OutputFile;
import annals.page.ChangePages;
import annals.page.FormerAddress;
import annals.page.Page;
import annals.page.Site;
import annals.page.SitePages;
import annals.page.SitePlan;
import annals.page.SiteSettings;
import annals.page.TopicPages;
import annals.page.UnitPages;
import annals.report.Report;
import annals.report.ReportId;
import annals.report.Source;
import annals.report.UnitInfo;
import annals.topic.Topic;
import annals.topic.TopicFinder;
import annals.topic.TopicPassage;
import annals.topic.TopicPassages;
import annals.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Builds the pages of a handful of units and reports written in a test. */
final class SmallArchive {
  static final Source SOURCE = new Source("原稿.docx", "0123456789abcdef".repeat(4));

  private final Map<String, UnitInfo> units = new LinkedHashMap<>();
  private final Map<String, List<ReportRecord>> reports = new LinkedHashMap<>();
  private final Map<Integer, List<Topic>> topics = new LinkedHashMap<>();
  private final List<FormerAddress> former = new ArrayList<>();
  private Diary diary = Diary.EMPTY;
  private SiteSettings settings = SiteSettings.titled("年度报告档案");

  /** Two units with four years, a gap, a year with two reports, a successor, and every state. */
  static SmallArchive ordinary() {
    return new SmallArchive()
        .unit("guan", "云溪县文化馆", "公共文化")
        .report("guan", 2020, "work", Texts.first())
        .report("guan", 2021, "work", Texts.second())
        .report("guan", 2021, "party", Texts.party())
        .report("guan", 2023, "work", Texts.withoutPlan())
        .unit("zhongxin", "云溪县文化中心", "")
        .successor("zhongxin", "guan", 2022)
        .report("zhongxin", 2022, "work", Texts.third())
        .unit("xuan", "云溪县宣传中心", "")
        .report("xuan", 2022, "work", Texts.neighbour())
        .topic(2022, "图书馆")
        .former("units/guan/2019", "guan", 2019)
        .released("20240101T000000Z-000000000000", "units/guan/2020");
  }

  SmallArchive settings(SiteSettings changed) {
    settings = changed;
    return this;
  }

  /** A topic that reports of a year are looked through for. */
  SmallArchive topic(int year, String word) {
    topics
        .computeIfAbsent(year, y -> new ArrayList<>())
        .add(new Topic("topic-" + year, word, List.of(word), true));
    return this;
  }

  /** A place at which a report once stood that has left. */
  SmallArchive former(String folder, String unit, int year) {
    former.add(new FormerAddress(folder, unit, year, Optional.empty()));
    return this;
  }

  /** A release that added the report in a folder. */
  SmallArchive released(String id, String folder) {
    diary =
        diary.with(
            new ReleaseEntry(
                id,
                Instant.parse("2024-01-01T00:00:00Z"),
                false,
                1,
                1,
                List.of(new ReportRef("加入的报告", folder)),
                List.of(),
                List.of()));
    return this;
  }

  SmallArchive unit(String slug, String name, String group) {
    units.put(slug, info(slug, name, group, List.of()));
    reports.put(slug, new ArrayList<>());
    return this;
  }

  SmallArchive successor(String slug, String predecessor, int year) {
    UnitInfo unit = units.get(slug);
    units.put(
        slug,
        info(
            slug,
            unit.name(),
            unit.group(),
            List.of(new UnitInfo.Predecessor(predecessor, year, "合并"))));
    return this;
  }

  private static UnitInfo info(
      String slug, String name, String group, List<UnitInfo.Predecessor> predecessors) {
    return new UnitInfo(
        slug,
        name,
        slug,
        Optional.empty(),
        group,
        "",
        List.of(),
        List.of(new UnitInfo.FormerName(name + "（筹）", 1999)),
        predecessors,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  SmallArchive report(String slug, int year, String kind, String markdown) {
    String head = "---\ntitle: " + Texts.title(markdown) + "\nyear: " + year + "\n---\n\n";
    Report report = new MarkdownReader().read(slug + ".md", head + Texts.body(markdown)).report();
    reports
        .get(slug)
        .add(
            new ReportRecord(
                new ReportId(slug, year, kind), report, Outliner.outline(report).outline()));
    return this;
  }

  Site site(Theme theme) {
    Catalog catalog =
        new Catalog(
            units.values().stream()
                .map(unit -> new Catalog.Unit(unit, entries(reports.get(unit.slug()))))
                .toList());
    return new Site(catalog, new SitePlan(catalog), settings, theme.labels());
  }

  private static List<Catalog.Entry> entries(List<ReportRecord> records) {
    return records.stream()
        .map(
            record ->
                new Catalog.Entry(
                    record.id(),
                    record.report().header().title(),
                    Optional.of(record.id().year() + "-12-30"),
                    Optional.of(SOURCE),
                    record.report().path()))
        .toList();
  }

  List<UnitArchive> archives() {
    return UnitArchives.of(
        units.values().stream()
            .map(unit -> new UnitArchives.Member(unit, reports.get(unit.slug())))
            .toList());
  }

  /** All pages: the units' first, the site's own last. */
  List<Page> pages(Theme theme) {
    Site site = site(theme);
    UnitPages unitPages = new UnitPages(site);
    List<UnitArchive> archives = archives();
    List<Page> pages = new ArrayList<>();
    archives.forEach(
        archive ->
            pages.addAll(
                unitPages.of(archive, UnitSummary.of(archive), former(archive.unit().slug()))));
    TopicPages topicPages = new TopicPages(site, new Topics(Map.copyOf(topics)), passages());
    topicPages.all().forEach(key -> pages.add(topicPages.page(key)));
    pages.addAll(
        new SitePages(site, topicPages).of(archives.stream().map(UnitSummary::of).toList()));
    pages.addAll(new ChangePages(site, ZoneOffset.UTC).of(diary));
    return pages;
  }

  private List<FormerAddress> former(String slug) {
    return former.stream().filter(address -> address.unit().equals(slug)).toList();
  }

  private TopicPassages passages() {
    Map<ReportId, ReportRecord> records = new HashMap<>();
    reports.values().forEach(of -> of.forEach(record -> records.put(record.id(), record)));
    return new TopicPassages() {
      @Override
      public boolean has(ReportId report, Topic topic) {
        return !get(report, topic).isEmpty();
      }

      @Override
      public List<TopicPassage> get(ReportId report, Topic topic) {
        return new TopicFinder(report, records.get(report).outline()).find(topic);
      }
    };
  }

  /** All files by path. */
  Map<String, OutputFile> files(Theme theme) {
    PageRenderer renderer = new PageRenderer(theme, settings);
    Map<String, OutputFile> files = new TreeMap<>();
    pages(theme).stream()
        .map(renderer::render)
        .flatMap(Collection::stream)
        .forEach(file -> files.put(file.path(), file));
    Site site = site(theme);
    ChangePages changes = new ChangePages(site, ZoneOffset.UTC);
    AtomFeed feed = new AtomFeed(site.plan(), settings, theme.labels(), changes);
    String path = site.plan().feed().path();
    if (!diary.releases().isEmpty()) {
      files.put(path, new OutputFile(path, feed.bytes(diary)));
    }
    theme.assets().forEach(file -> files.put(file.path(), file));
    return files;
  }

  /** All HTML pages by path. */
  Map<String, Document> documents(Theme theme) {
    Map<String, Document> documents = new TreeMap<>();
    files(theme)
        .forEach(
            (path, file) -> {
              if (path.endsWith(".html")) {
                documents.put(path, Jsoup.parse(text(file)));
              }
            });
    return documents;
  }

  static String text(OutputFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }
}
