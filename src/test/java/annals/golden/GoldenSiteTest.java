package annals.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.build.BuildReport;
import annals.build.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in {@code <main>} of every kind of page of a small site, and its data files. */
class GoldenSiteTest {
  private static final Path EXPECTED = Golden.folder("golden");
  private static final List<String> PAGES =
      List.of(
          "index.html",
          "404.html",
          "search/index.html",
          "units/index.html",
          "units/shuili/index.html",
          "units/shuili/2021/index.html",
          "units/shuili/2022/index.html",
          "units/shuili/2022-work/index.html",
          "units/shuili/follow-up/2022/index.html",
          "units/shuili/follow-up/2023/index.html",
          "units/shuili/indicators/index.html",
          "units/shuili/compare/index.html",
          "units/shuili/compare/2021-2022/index.html",
          "units/shuili/threads/index.html",
          "years/index.html",
          "years/2022/index.html");
  private static final List<String> DATA =
      List.of(
          "data/reports.json",
          "units/shuili/follow-up/2022/follow-up.json",
          "units/shuili/follow-up/2022/follow-up.csv");

  @TempDir Path root;

  @Test
  void pagesAndDataAreAsExpected() throws IOException {
    TestSite site = TestSite.in(root, Files.readString(EXPECTED.resolve("site.txt")));
    BuildReport report = site.build();
    assertEquals(true, report.written().isPresent(), report.diagnostics()::toString);
    for (String page : PAGES) {
      Golden.assertMatches(expected(page), main(site.page(page)));
    }
    for (String file : DATA) {
      Golden.assertMatches(expected(file), site.page(file));
    }
  }

  @Test
  void noExpectationIsUnused() throws IOException {
    Set<String> used =
        Stream.concat(PAGES.stream(), DATA.stream())
            .map(page -> expected(page).getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    used.add("site.txt");
    try (Stream<Path> files = Files.list(EXPECTED)) {
      assertEquals(
          used,
          files
              .map(f -> f.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static Path expected(String page) {
    return EXPECTED.resolve(page.replace("/index.html", ".html").replace('/', '_'));
  }

  private static String main(String html) {
    return Jsoup.parse(html).select("main").outerHtml() + "\n";
  }
}
