package annals.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import annals.diagnostic.Diagnostic;
import annals.output.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteCheckTest {
  private static final Map<String, String> SITE =
      Map.of(
          "index.html", "<p id=\"top-of-list\">",
          "units/a/2023/index.html", "<h2 id=\"s-1\">一</h2><h2 id=\"节\">二</h2><a name=\"old\"></a>",
          "units/a/index.html", "",
          "css/site.css", "p { background: url(\"../img/a.svg\") }",
          "img/a.svg", "<svg/>",
          "data/reports.json", "{}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"../../../index.html\">",
        "<a href=\"../../../index.html#top-of-list\">",
        "<a href=\"../../a/2023/index.html#s-1\">",
        "<a href=\"../../a/2023/index.html#%E8%8A%82\">",
        "<a href=\"../../a/2023/index.html#old\">",
        "<a href=\"../../a/./2023/../2023/index.html?q=建&amp;p=1#节\">",
        "<a href=\"#here\"><p id=\"here\">",
        "<a href=\"#\"><a href=\"#top\">",
        "<a href=\"?q=x\">",
        "<a href=\"index.html#:~:text=建设\">",
        "<a href=\"https://example.org/\">",
        "<a href=\"mailto:a@example.org\">",
        "<img src=\"data:image/gif;base64,R0\">",
        "<img src=\"../../../img/a.svg\" srcset=\"../../../img/a.svg 2x, ../../../img/a.svg 3x\">",
        "<link rel=\"stylesheet\" href=\"../../../css/site.css\">",
        "<link rel=\"schema.DC\" href=\"http://purl.org/dc/elements/1.1/\">",
        "<a href=\"../../../data/reports.json\">",
        "<!-- <a href=\"gone.html\"> -->",
        "<p id=\"x\"><a name=\"x\">",
      })
  void good_links_pass(String html) {
    assertEquals(List.of(), check("units/b/2023/index.html", html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          <a href="2024/index.html">             | broken-link: a link to units/b/2023/2024/index.html, which is not in the site
          <a href="../../a">                     | broken-link: a link to units/a, which is not in the site
          <a href="../../a/2023/index.html#s-2"> | broken-anchor: a link to #s-2, which is not on units/a/2023/index.html
          <a href="../../../img/a.svg#s-2">      | broken-anchor: a link to #s-2, which is not on img/a.svg
          <a href="index.html#s-2">              | broken-anchor: a link to #s-2, which is not on units/b/2023/index.html
          <a href="#s-2">                        | broken-anchor: a link to #s-2, which is not on this page
          <a href="../../a/2023/">               | folder-link: a link to a folder: ../../a/2023/
          <a href="..">                          | folder-link: a link to a folder: ..
          <a href="">                            | folder-link: a link to a folder: (empty)
          <a href="/index.html">                 | outside-link: a link out of the site: /index.html
          <a href="../../../../x.html">          | outside-link: a link out of the site: ../../../../x.html
          <p id="x"><b id="x">                   | duplicate-id: the id x stands already in line 3
          <script src="https://cdn.example.org/a.js"></script> | network-asset: the page loads https://cdn.example.org/a.js
          <img src="//cdn.example.org/a.png">    | network-asset: the page loads //cdn.example.org/a.png
          <link rel="stylesheet" href="http://example.org/a.css"> | network-asset: the page loads http://example.org/a.css
          <img srcset="gone.png 2x">             | broken-link: a link to units/b/2023/gone.png, which is not in the site
          <form action="../gone/index.html">     | broken-link: a link to units/b/gone/index.html, which is not in the site
          """)
  void bad_links_are_errors_with_their_line(String html, String expected) {
    List<Diagnostic> found = check("units/b/2023/index.html", "<p>一</p>\n\n" + html);

    assertEquals(
        List.of("site/units/b/2023/index.html:3 " + expected),
        found.stream()
            .map(
                d ->
                    d.position().path()
                        + ":"
                        + d.position().line()
                        + " "
                        + d.code()
                        + ": "
                        + d.what())
            .toList());
  }

  @Test
  void a_link_to_a_folder_page_gets_a_hint() {
    assertEquals(
        "it is a folder: end the link in /index.html",
        check("b.html", "<a href=\"units/a\">").getFirst().hint());
  }

  @Test
  void style_sheets_are_read_too() {
    String css =
        """
        /* a comment with url(https://example.org/licence) */
        @import "gone.css";
        p { background: url('../img/a.svg'), url(data:image/png;base64,AA==) }
          q { src: url( https://fonts.example.org/a.woff2 ) }
        """;
    assertEquals(
        List.of("site/css/b.css:2:1 broken-link", "site/css/b.css:4:12 network-asset"),
        check("css/b.css", css).stream().map(d -> d.position() + " " + d.code()).toList());
  }

  @Test
  void the_same_broken_link_is_told_of_once_a_page() {
    assertEquals(1, check("b.html", "<a href=\"x.html\"></a>\n".repeat(50)).size());
  }

  @Test
  void a_fault_on_every_page_is_not_told_ten_thousand_times() {
    Map<String, String> site = new TreeMap<>();
    for (int i = 0; i < 1000; i++) {
      site.put("p" + (1000 + i) + ".html", "<a href=\"gone.html\">");
    }
    List<Diagnostic> found = check(site);
    assertEquals(201, found.size());
    assertEquals(
        "site/p1200.html: error: 800 more pages, from this one on, have such errors [broken-pages]",
        found.getLast().toString());
  }

  /** Of 200,000 ids some two have, all but surely, the same hash of 32 bits. */
  @Test
  void a_page_of_very_many_ids_is_read_again_but_no_other_page_is() {
    Map<String, String> site = new TreeMap<>(SITE);
    site.put(
        "long.html",
        IntStream.range(0, 200_000)
            .mapToObj(i -> "<p id=\"p-" + i + "\">")
            .collect(Collectors.joining()));
    LinkLedger ledger = ledger(site, path -> "all");
    List<String> read = new ArrayList<>();
    SiteCheck check =
        new SiteCheck(
            "site",
            path -> {
              read.add(path);
              return file(site, path).bytes();
            });
    assertEquals(List.of(), check.check(ledger, Set.of()));
    assertEquals(List.of("long.html"), read);
  }

  @Test
  void a_folder_is_checked_as_it_stands_on_disk(@TempDir Path folder) throws IOException {
    for (var file : SITE.entrySet()) {
      Path place = folder.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.writeString(place, file.getValue());
    }
    assertEquals(List.of(), SiteCheck.ofFolder(folder, "site"));

    Files.delete(folder.resolve("img/a.svg"));
    assertEquals(
        List.of(
            "site/css/site.css:1:17: error: a link to img/a.svg, which is not in the site"
                + " [broken-link]"),
        SiteCheck.ofFolder(folder, "site").stream().map(Diagnostic::toString).toList());
  }

  private static List<Diagnostic> check(String path, String html) {
    Map<String, String> site = new TreeMap<>(SITE);
    site.put(path, html);
    return check(site);
  }

  /** What is found does not depend on which files were made together. */
  private static List<Diagnostic> check(Map<String, String> site) {
    List<Diagnostic> together = check(site, path -> "all");
    assertEquals(together, check(site, path -> path));
    assertEquals(together, check(site, path -> path.startsWith("units/") ? "units" : "site"));
    return together;
  }

  private static List<Diagnostic> check(Map<String, String> site, UnaryOperator<String> groupOf) {
    LinkLedger ledger = ledger(site, groupOf);
    return new SiteCheck("site", path -> file(site, path).bytes()).check(ledger, Set.of());
  }

  private static LinkLedger ledger(Map<String, String> site, UnaryOperator<String> groupOf) {
    LinkLedger ledger = new LinkLedger();
    site.keySet().stream()
        .collect(Collectors.groupingBy(groupOf))
        .values()
        .forEach(
            paths -> {
              try (LinkLedger.Group group = ledger.group()) {
                paths.forEach(path -> group.add(file(site, path)));
              }
            });
    return ledger;
  }

  private static OutputFile file(Map<String, String> site, String path) {
    return new OutputFile(path, site.get(path).getBytes(UTF_8));
  }
}
