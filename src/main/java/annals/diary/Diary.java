package annals.diary;

import annals.diary.ChangedReport.Change;
import annals.diary.ChangedReport.ChangedSection;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The releases of a target, the newest first.
 *
 * <p>As JSON: {@code {"version":1,"releases":[{"id","time","first","reports","pages","added":
 * [{"title","folder"}],"changed":[{"title","folder","renamed","sections":[{"anchor","label",
 * "change"}],"added","changed","removed"}],"removed":[…]}]}}.
 */
public record Diary(List<ReleaseEntry> releases) {
  public static final Diary EMPTY = new Diary(List.of());

  private static final JsonFactory JSON = new JsonFactory();
  private static final int VERSION = 1;

  public Diary {
    releases = List.copyOf(releases);
  }

  /** The diary with one more release. */
  public Diary with(ReleaseEntry newest) {
    List<ReleaseEntry> all = new ArrayList<>(List.of(newest));
    all.addAll(releases);
    return new Diary(all);
  }

  /** The diary as if some reports had never been in it. */
  public Diary without(Predicate<ReportRef> reports) {
    Predicate<ReportRef> kept = reports.negate();
    return new Diary(
        releases.stream()
            .map(
                release ->
                    new ReleaseEntry(
                        release.id(),
                        release.time(),
                        release.first(),
                        release.reports(),
                        release.pages(),
                        release.added().stream().filter(kept).toList(),
                        release.changed().stream().filter(c -> kept.test(c.report())).toList(),
                        release.removed().stream().filter(kept).toList()))
            .toList());
  }

  /** The diary as JSON in UTF-8, a release a line. */
  public byte[] json() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter());
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeArrayFieldStart("releases");
      for (ReleaseEntry release : releases) {
        json.writeRaw('\n');
        write(json, release);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, ReleaseEntry release) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", release.id());
    json.writeStringField("time", release.time().toString());
    json.writeBooleanField("first", release.first());
    json.writeNumberField("reports", release.reports());
    json.writeNumberField("pages", release.pages());
    write(json, "added", release.added());
    json.writeArrayFieldStart("changed");
    for (ChangedReport report : release.changed()) {
      json.writeStartObject();
      json.writeStringField("title", report.report().title());
      json.writeStringField("folder", report.report().folder());
      json.writeBooleanField("renamed", report.renamed());
      json.writeArrayFieldStart("sections");
      for (ChangedSection section : report.sections()) {
        json.writeStartObject();
        json.writeStringField("anchor", section.anchor());
        json.writeStringField("label", section.label());
        json.writeStringField("change", section.change().word());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("added", report.added());
      json.writeNumberField("changed", report.changed());
      json.writeNumberField("removed", report.removed());
      json.writeEndObject();
    }
    json.writeEndArray();
    write(json, "removed", release.removed());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, List<ReportRef> reports)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (ReportRef report : reports) {
      json.writeStartObject();
      json.writeStringField("title", report.title());
      json.writeStringField("folder", report.folder());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IOException also where this is no such diary
   */
  public static Diary read(byte[] bytes) throws IOException {
    try (JsonParser json = JSON.createParser(bytes)) {
      Fields top = Fields.read(json);
      if (top.number("version") != VERSION) {
        throw new IOException("not a diary of version " + VERSION);
      }
      return new Diary(top.list("releases").stream().map(Diary::release).toList());
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new IOException("not a diary: " + wrong.getMessage(), wrong);
    }
  }

  private static ReleaseEntry release(Fields fields) {
    return new ReleaseEntry(
        fields.text("id"),
        Instant.parse(fields.text("time")),
        fields.flag("first"),
        fields.number("reports"),
        fields.number("pages"),
        fields.list("added").stream().map(Diary::report).toList(),
        fields.list("changed").stream()
            .map(
                report ->
                    new ChangedReport(
                        report(report),
                        report.flag("renamed"),
                        report.list("sections").stream().map(Diary::section).toList(),
                        report.number("added"),
                        report.number("changed"),
                        report.number("removed")))
            .toList(),
        fields.list("removed").stream().map(Diary::report).toList());
  }

  private static ReportRef report(Fields fields) {
    return new ReportRef(fields.text("title"), fields.text("folder"));
  }

  private static ChangedSection section(Fields fields) {
    return new ChangedSection(
        fields.text("anchor"),
        fields.text("label"),
        Change.valueOf(fields.text("change").toUpperCase(Locale.ROOT)));
  }
}
