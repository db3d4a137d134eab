package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page of the site as a file, read without a browser and without the site's own checks. */
@ExtendWith(DemonstrationSiteExtension.class)
class BuiltPagesTest {
  private static final URI ROOT = URI.create("site:///");

  private final DemonstrationSite site;
  private final Map<String, Document> pages = new TreeMap<>();

  BuiltPagesTest(DemonstrationSite site) {
    this.site = site;
    site.pages().forEach(path -> pages.put(path, Jsoup.parse(site.text(path))));
  }

  @Test
  void everyLinkLeadsToAFileAndAnAnchorOfTheSite() {
    Map<String, Set<String>> anchors = new HashMap<>();
    pages.forEach(
        (path, page) -> anchors.put(path, Set.copyOf(page.select("[id]").eachAttr("id"))));
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Map.Entry<String, Document> page : pages.entrySet()) {
      for (Element element : page.getValue().select("[href]:not(base), [src], [action]")) {
        for (String attribute : List.of("href", "src", "action")) {
          if (element.hasAttr(attribute)) {
            links++;
            wrong(page.getKey(), element.attr(attribute), anchors)
                .ifPresent(what -> broken.add(page.getKey() + ": " + what));
          }
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(links > 10_000, "links of the demonstration archive: " + links);
  }

  private Optional<String> wrong(String from, String link, Map<String, Set<String>> anchors) {
    URI target = ROOT.resolve(from).resolve(link.isEmpty() ? from : link);
    if (!"site".equals(target.getScheme())) {
      return Optional.of("leaves the site: " + link);
    }
    String path = target.getPath().substring(1);
    if (path.startsWith("..") || !Files.isRegularFile(site.folder().resolve(path))) {
      return Optional.of("no such file: " + link);
    }
    String anchor = target.getFragment();
    if (anchor != null && !anchors.getOrDefault(path, Set.of()).contains(anchor)) {
      return Optional.of("no such anchor: " + link);
    }
    return Optional.empty();
  }

  @Test
  void idsAreUniqueAndAscii() {
    expectNothing(
        (page, wrong) -> {
          Set<String> seen = new HashSet<>();
          for (String id : page.select("[id]").eachAttr("id")) {
            if (!seen.add(id)) {
              wrong.add("twice: " + id);
            }
            if (!id.matches("[A-Za-z][A-Za-z0-9_-]*")) {
              wrong.add("not a plain id: " + id);
            }
          }
        });
  }

  @Test
  void referencesToLabelsAreKept() {
    expectNothing(
        (page, wrong) -> {
          for (String attribute : List.of("aria-labelledby", "aria-describedby", "for")) {
            for (String ids : page.select("[" + attribute + "]").eachAttr(attribute)) {
              for (String id : ids.split(" ")) {
                if (page.getElementById(id) == null) {
                  wrong.add(attribute + " names nothing: " + id);
                }
              }
            }
          }
        });
  }

  @Test
  void everyPageHasOneTitleHeadingAndNoLevelIsSkipped() {
    expectNothing(
        (page, wrong) -> {
          if (page.select("h1").size() != 1) {
            wrong.add("h1: " + page.select("h1").eachText());
          }
          int level = 0;
          for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.tagName().charAt(1) - '0';
            if (next > level + 1) {
              wrong.add("h" + level + " is followed by h" + next + ": " + heading.text());
            }
            if (heading.text().isBlank()) {
              wrong.add("an empty h" + next);
            }
            level = next;
          }
        });
  }

  @Test
  void everyPageSaysWhatItIsAndInWhichLanguage() {
    expectNothing(
        (page, wrong) -> {
          if (!page.select("html").attr("lang").equals("zh-CN")) {
            wrong.add("lang: " + page.select("html").attr("lang"));
          }
          if (page.charset() == null || page.select("meta[charset=utf-8]").isEmpty()) {
            wrong.add("no charset");
          }
          String title = page.select("meta[name=DC.title]").attr("content");
          if (title.isBlank() || !page.title().startsWith(title)) {
            wrong.add("DC.title “" + title + "”, title “" + page.title() + "”");
          }
          for (String name : List.of("DC.language", "DC.format", "DC.publisher")) {
            if (page.select("meta[name=" + name + "]").attr("content").isBlank()) {
              wrong.add("no " + name);
            }
          }
        });
  }

  @Test
  void noTwoPagesHaveTheSameTitle() {
    Set<String> titles = new HashSet<>();
    expectNothing(
        (page, wrong) -> {
          if (!titles.add(page.title())) {
            wrong.add("a second page called " + page.title());
          }
        });
  }

  @Test
  void reportsCarryTheirDublinCoreFacts() {
    expectNothing(
        (page, wrong) -> {
          if (page.body().hasClass("report")) {
            for (String name : List.of("DC.creator", "DC.type", "DC.coverage", "DC.identifier")) {
              if (page.select("meta[name=" + name + "]").attr("content").isBlank()) {
                wrong.add("no " + name);
              }
            }
          }
        });
  }

  @Test
  void thereIsASampleOfEveryTypeOfPage() {
    Set<String> types = new HashSet<>();
    pages.values().forEach(page -> types.add(page.body().classNames().iterator().next()));
    Set<String> sampled = new HashSet<>();
    for (SamplePage sample : SamplePage.values()) {
      Document page = pages.get(sample.path().replaceFirst("\\?.*", ""));
      sampled.add(page.body().classNames().iterator().next());
    }
    assertEquals(types, sampled);
  }

  /** Looks through every page and expects that nothing is found wrong on any. */
  private void expectNothing(BiConsumer<Document, List<String>> look) {
    List<String> all = new ArrayList<>();
    pages.forEach(
        (path, page) -> {
          List<String> wrong = new ArrayList<>();
          look.accept(page, wrong);
          wrong.forEach(what -> all.add(path + ": " + what));
        });
    assertEquals(List.of(), all);
  }
}
