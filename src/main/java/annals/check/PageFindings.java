package annals.check;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.output.OutputFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong on one page of a site, and where. */
final class PageFindings {
  private final Position page;
  private final OutputFile file;
  private final PageLinks.Lookup site;
  private final Map<String, PageReader.Place> ids = new HashMap<>();
  private final Set<String> said = new HashSet<>();
  private final List<Diagnostic> found = new ArrayList<>();

  /**
   * @param shown the page's path as diagnostics name it
   */
  PageFindings(String shown, OutputFile file, PageLinks.Lookup site) {
    this.page = Position.of(shown);
    this.file = file;
    this.site = site;
  }

  /** Errors; the same link is told of once. */
  List<Diagnostic> list() {
    List<Runnable> links = new ArrayList<>();
    PageReader.parse(
        file,
        new PageReader.Sink() {
          @Override
          public void id(String id, boolean old, PageReader.Place place) {
            foundId(id, old, place);
          }

          @Override
          public void link(String url, boolean loaded, PageReader.Place place) {
            if (said.add(url)) {
              links.add(() -> foundLink(url, loaded, place));
            }
          }
        });
    links.forEach(Runnable::run);
    return List.copyOf(found);
  }

  private void foundId(String id, boolean old, PageReader.Place place) {
    PageReader.Place first = ids.putIfAbsent(id, place);
    if (first != null && !old) {
      add(
          "duplicate-id",
          place,
          "the id " + id + " stands already in line " + first.line(),
          "ids must be unique on their page");
    }
  }

  private void foundLink(String url, boolean loaded, PageReader.Place place) {
    switch (Reference.of(file.path(), url)) {
      case Reference.ToFile(String target, String anchor) -> {
        long hash = PageLinks.fileHash(target);
        if (!site.hasFile(hash)) {
          boolean isFolder = site.hasFile(PageLinks.fileHash(target + "/index.html"));
          add(
              "broken-link",
              place,
              "a link to " + target + ", which is not in the site",
              isFolder ? "it is a folder: end the link in /index.html" : "");
        } else if (!anchor.isEmpty() && !site.hasAnchor(hash, PageLinks.idHash(anchor))) {
          add("broken-anchor", place, "a link to #" + anchor + ", which is not on " + target, "");
        }
      }
      case Reference.ToAnchor(String anchor) -> {
        if (!ids.containsKey(anchor)) {
          add("broken-anchor", place, "a link to #" + anchor + ", which is not on this page", "");
        }
      }
      case Reference.ToNetwork() -> {
        if (loaded) {
          add(
              "network-asset",
              place,
              "the page loads " + url,
              "put the file into the theme: a site makes no request beyond itself");
        }
      }
      case Reference.ToNothing() -> {}
      case Reference.ToFolder() ->
          add(
              "folder-link",
              place,
              "a link to a folder: " + (url.isBlank() ? "(empty)" : url),
              "end it in /index.html, or it fails where there is no web server");
      case Reference.ToElsewhere() ->
          add(
              "outside-link",
              place,
              "a link out of the site: " + url,
              "make it relative to the page, inside the site");
    }
  }

  private void add(String code, PageReader.Place place, String what, String hint) {
    found.add(Diagnostic.error(code, page.at(place.line(), place.column()), what, hint));
  }
}
