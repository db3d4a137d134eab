package annals.render;

import annals.diary.Diary;
import annals.diary.ReleaseEntry;
import annals.diary.ReportRef;
import annals.page.ChangePages;
import annals.page.Labels;
import annals.page.Route;
import annals.page.SitePlan;
import annals.page.SiteSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The latest releases as an Atom feed (RFC 4287). Addresses are absolute where the site's own is
 * known, else relative to the feed. An entry's id is made from the release's name and the title of
 * the site, so it stays when the site moves.
 */
public final class AtomFeed {
  private static final int ENTRIES = 30;
  private static final int TITLES = 20;

  private final SitePlan plan;
  private final SiteSettings settings;
  private final Labels labels;
  private final ChangePages pages;

  public AtomFeed(SitePlan plan, SiteSettings settings, Labels labels, ChangePages pages) {
    this.plan = plan;
    this.settings = settings;
    this.labels = labels;
    this.pages = pages;
  }

  /** The feed in UTF-8; the diary has at least one release. */
  public byte[] bytes(Diary diary) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      xml.writeAttribute("xml:lang", settings.language());
      element(xml, "id", id(""));
      element(
          xml,
          "title",
          labels.text("document.title", labels.text("changes.title"), settings.title()));
      element(xml, "updated", diary.releases().getFirst().time().toString());
      xml.writeStartElement("author");
      element(
          xml, "name", settings.publisher().isEmpty() ? settings.title() : settings.publisher());
      xml.writeEndElement();
      link(xml, "self", plan.feed());
      link(xml, "alternate", plan.changes());
      for (ReleaseEntry entry : diary.releases().stream().limit(ENTRIES).toList()) {
        entry(xml, entry);
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return out.toByteArray();
  }

  private void entry(XMLStreamWriter xml, ReleaseEntry entry) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("entry");
    element(xml, "id", id(entry.id()));
    element(xml, "title", pages.counts(entry));
    element(xml, "updated", entry.time().toString());
    link(xml, "alternate", pages.route(entry));
    element(xml, "summary", summary(entry));
    xml.writeEndElement();
  }

  /** The titles of the reports, so many as a reader of feeds may want to see. */
  private String summary(ReleaseEntry entry) {
    List<String> lines = new ArrayList<>();
    entry.added().forEach(report -> lines.add(line("release.added", report)));
    entry.changed().forEach(report -> lines.add(line("release.changed", report.report())));
    entry.removed().forEach(report -> lines.add(line("release.removed", report)));
    return lines.isEmpty()
        ? pages.counts(entry)
        : String.join("\n", lines.subList(0, Math.min(TITLES, lines.size())))
            + (lines.size() > TITLES ? "\n…" : "");
  }

  private String line(String key, ReportRef report) {
    return labels.text("feed.line", labels.text(key), report.title());
  }

  private void link(XMLStreamWriter xml, String relation, Route to) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute(
        "href",
        settings
            .baseUrl()
            .filter(base -> base.startsWith("http"))
            .map(base -> base + to.path())
            .orElseGet(() -> plan.feed().linkTo(to)));
  }

  private String id(String release) {
    String name = settings.title() + "\n" + release;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
