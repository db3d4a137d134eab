package annals.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.output.OutputFile;
import annals.page.Page;
import annals.page.SiteSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PageRendererTest {
  private final Theme theme = Theme.load("zh-CN");
  private final Map<String, Document> pages = SmallArchive.ordinary().documents(theme);

  @Test
  void theArchiveHasPagesOfEveryKind() {
    Set<String> kinds =
        SmallArchive.ordinary().pages(theme).stream()
            .map(page -> page.getClass().getSimpleName())
            .collect(Collectors.toSet());
    Set<String> all = new HashSet<>();
    for (Class<?> kind : Page.class.getPermittedSubclasses()) {
      all.add(kind.getSimpleName());
    }
    assertEquals(all, kinds);
  }

  @Test
  void everyPageBeginsWithALinkToItsMainPart() {
    pages.forEach(
        (path, page) -> {
          Element first = page.body().child(0);
          boolean ofAnyDepth = !page.select("base").isEmpty();
          assertEquals(path.equals("404.html"), ofAnyDepth, path);
          assertEquals(ofAnyDepth ? "" : "#main", first.attr("href"), path);
          assertEquals("main", page.getElementById("main").tagName(), path);
          assertEquals("zh-CN", page.child(0).attr("lang"), path);
          assertEquals("../".repeat(path.split("/").length - 1), page.child(0).attr("data-root"));
        });
  }

  @Test
  void headingsFollowOneAnotherWithoutSkippingALevel() {
    pages.forEach(
        (path, page) -> {
          int level = 0;
          for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.tagName().charAt(1) - '0';
            assertTrue(next <= level + 1, path + ": " + heading + " after h" + level);
            assertFalse(heading.text().isBlank(), path);
            level = next;
          }
          assertEquals(1, page.select("h1").size(), path);
        });
  }

  @Test
  void idsAreUniqueAndNeverEmpty() {
    pages.forEach(
        (path, page) -> {
          List<String> ids = page.select("[id]").eachAttr("id");
          assertEquals(ids.size(), new HashSet<>(ids).size(), path + ": " + ids);
          assertFalse(ids.contains(""), path);
        });
  }

  @Test
  void everyLinkIsRelativeAndLeadsToAFileAndAPlaceInIt() {
    Map<String, OutputFile> files = SmallArchive.ordinary().files(theme);
    List<String> broken = new ArrayList<>();
    pages.forEach(
        (path, page) -> {
          for (Element link : page.select("a[href], form[action], link[href], script[src]")) {
            String href =
                link.attr(link.hasAttr("action") ? "action" : link.hasAttr("src") ? "src" : "href");
            URI target = URI.create("/" + path).resolve(href);
            String file = target.getPath().substring(1);
            boolean toPage = link.tagName().equals("a") && !href.startsWith("#");
            if (toPage
                && !file.matches(
                    ".*(index\\.html|\\.csv|\\.json|\\.atom|changes/\\w+-\\w+\\.html)")) {
              broken.add(path + " links to " + href);
            }
            if (href.startsWith("/") || href.contains(":") || !files.containsKey(file)) {
              broken.add(path + " links to " + href);
            } else if (target.getFragment() != null
                && pages.get(file).getElementById(target.getFragment()) == null) {
              broken.add(path + " links to " + href + ", which has no such place");
            }
          }
        });
    assertEquals(List.of(), broken);
  }

  @Test
  void nothingRunsOrIsStyledInsideAPage() {
    pages.forEach(
        (path, page) -> {
          assertTrue(page.select("style, [style]").isEmpty(), path);
          assertTrue(page.select("script:not([src])").isEmpty(), path);
          for (Element element : page.getAllElements()) {
            element
                .attributes()
                .forEach(a -> assertFalse(a.getKey().startsWith("on"), path + ": " + a));
          }
        });
  }

  @Test
  void textFromTheArchiveIsAlwaysText() {
    String evil = "<script>alert(\"x\")</script>&'“乱”";
    SmallArchive archive =
        new SmallArchive()
            .settings(
                new SiteSettings(
                    evil, evil, "zh-CN", evil, evil, Optional.empty(), Map.of("odd", evil)))
            .unit("evil", evil, evil)
            .report("evil", 2021, "work", evil(evil, 2021))
            .report("evil", 2022, "work", evil(evil, 2022))
            .report("evil", 2022, "odd", evil(evil, 2022));
    Map<String, Document> documents = archive.documents(theme);
    documents.forEach(
        (path, page) -> {
          page.select("script")
              .forEach(script -> assertTrue(script.attr("src").contains("assets/"), path));
          assertTrue(page.text().contains("<script>alert(\"x\")</script>&'"), path);
        });
    Element report = documents.get("units/evil/2021/index.html").getElementById("text");
    assertTrue(report.text().contains("新建1座<script>alert(\"x\")</script>书屋"));
  }

  private static String evil(String title, int year) {
    return title
        + "\n\n## 一、"
        + year
        + "年总结\\<script\\>\n\n"
        + "新建1座\\<script\\>alert(\"x\")\\</script\\>书屋，全年开放。\n\n## 二、"
        + (year + 1)
        + "年计划\n\n新建2座\\<script\\>alert(\"x\")\\</script\\>书屋。\n";
  }

  @Test
  void theSamePagesGiveTheSameBytesOnAnyNumberOfThreads() {
    PageRenderer renderer = new PageRenderer(theme, SiteSettings.titled("年度报告档案"));
    List<Page> made = SmallArchive.ordinary().pages(theme);
    Map<String, byte[]> alone = new TreeMap<>();
    made.forEach(page -> renderer.render(page).forEach(f -> alone.put(f.path(), f.bytes())));
    List<OutputFile> together =
        made.parallelStream().flatMap(page -> renderer.render(page).stream()).toList();
    assertEquals(alone.size(), together.size());
    together.forEach(file -> assertArrayEquals(alone.get(file.path()), file.bytes(), file.path()));
  }

  @Test
  void aReportNamesItsSourceInTheFoot() {
    Document page = pages.get("units/guan/2020/index.html");
    Element hash = page.selectFirst(".sources code");
    assertEquals(SmallArchive.SOURCE.sha256(), hash.attr("title"));
    assertEquals(SmallArchive.SOURCE.sha256().substring(0, 12), hash.text());
    assertTrue(page.selectFirst(".sources").text().contains("原稿.docx"));
    assertEquals("原稿.docx", page.selectFirst("meta[name=DC.source]").attr("content"));
    assertEquals("2020-12-30", page.selectFirst("meta[name=DC.date]").attr("content"));
  }
}
