package annals.render;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.output.OutputFile;
import annals.page.ChangesPage;
import annals.page.CompareData;
import annals.page.CompareIndexPage;
import annals.page.ComparePage;
import annals.page.FollowUpPage;
import annals.page.FormerPage;
import annals.page.HomePage;
import annals.page.Html;
import annals.page.IndicatorsPage;
import annals.page.NotFoundPage;
import annals.page.Page;
import annals.page.ReleasePage;
import annals.page.RepetitionPage;
import annals.page.ReportPage;
import annals.page.Route;
import annals.page.SearchPage;
import annals.page.SiteSettings;
import annals.page.ThreadsPage;
import annals.page.TopicPage;
import annals.page.UnitListPage;
import annals.page.UnitPage;
import annals.page.YearChoicePage;
import annals.page.YearListPage;
import annals.page.YearPage;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns finished pages into files. All templates are compiled when it is made, so that a mistake in
 * a theme shows before anything is written. Immutable and safe for several threads; the same page
 * gives the same bytes.
 *
 * <p>Templates see {@code page}, its {@code frame}, the {@code site}'s settings, the words {@code
 * t} by key, and {@code assets}, the addresses of assets by file name. A name that does not exist
 * is an error.
 */
public final class PageRenderer {
  private static final String ESCAPING = "annals";

  private final Theme theme;
  private final SiteSettings settings;
  private final Map<String, PebbleTemplate> templates = new TreeMap<>();
  private final Map<String, String> assets;
  private final LedgerSheet sheet;

  /**
   * @throws ThemeException if a template has a mistake
   */
  public PageRenderer(Theme theme, SiteSettings settings) {
    this.theme = theme;
    this.settings = settings;
    this.assets = Map.copyOf(theme.assetLinks());
    this.sheet = new LedgerSheet(theme.labels());
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(new TemplateLoader(theme.templates()))
            .extension(new HtmlExtension())
            .strictVariables(true)
            .autoEscaping(true)
            .addEscapingStrategy(ESCAPING, Html::escaped)
            .defaultEscapingStrategy(ESCAPING)
            .defaultLocale(Locale.ROOT)
            .build();
    for (String name : theme.templates().keySet()) {
      try {
        templates.put(name, engine.getTemplate(name));
      } catch (PebbleException e) {
        throw broken(name, e);
      }
    }
  }

  /**
   * The files of a page: the page itself; beside the list of comparisons the texts for scripts that
   * compare any years; beside a follow-up its data as {@code follow-up.json}, {@code follow-up.csv}
   * and, if the site wants it, {@code follow-up.xlsx}.
   *
   * @throws ThemeException if the template asks for something that the page does not have
   */
  public List<OutputFile> render(Page page) {
    OutputFile html = html(page);
    return switch (page) {
      case FollowUpPage followUp -> withData(html, followUp);
      case HomePage home -> List.of(html);
      case UnitListPage units -> List.of(html);
      case YearListPage years -> List.of(html);
      case UnitPage unit -> List.of(html);
      case ReportPage report -> List.of(html);
      case YearChoicePage choice -> List.of(html);
      case IndicatorsPage indicators -> List.of(html);
      case CompareIndexPage index -> withData(html, index);
      case FormerPage former -> List.of(html);
      case ChangesPage changes -> List.of(html);
      case ReleasePage release -> List.of(html);
      case ComparePage compare -> List.of(html);
      case ThreadsPage threads -> List.of(html);
      case YearPage year -> List.of(html);
      case RepetitionPage repetition -> List.of(html);
      case TopicPage topic -> List.of(html);
      case SearchPage search -> List.of(html);
      case NotFoundPage missing -> List.of(html);
    };
  }

  private OutputFile html(Page page) {
    String name = template(page);
    PebbleTemplate template = templates.get(name);
    if (template == null) {
      throw broken(name, new PebbleException(null, "the theme has no such template"));
    }
    PageWriter out = new PageWriter();
    try {
      template.evaluate(
          out,
          Map.of(
              "page", page,
              "frame", page.frame(),
              "site", settings,
              "t", theme.labels().all(),
              "assets", assets));
    } catch (PebbleException e) {
      throw broken(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OutputFile(page.route().path(), out.toBytes());
  }

  private static String template(Page page) {
    return switch (page) {
      case HomePage home -> "home.peb";
      case UnitListPage units -> "unit-list.peb";
      case YearListPage years -> "year-list.peb";
      case UnitPage unit -> "unit.peb";
      case ReportPage report -> "report.peb";
      case YearChoicePage choice -> "year-choice.peb";
      case FormerPage former -> "former.peb";
      case ChangesPage changes -> "changes.peb";
      case ReleasePage release -> "release.peb";
      case FollowUpPage followUp -> "follow-up.peb";
      case IndicatorsPage indicators -> "indicators.peb";
      case CompareIndexPage index -> "compare-index.peb";
      case ComparePage compare -> "compare.peb";
      case ThreadsPage threads -> "threads.peb";
      case YearPage year -> "year.peb";
      case RepetitionPage repetition -> "repetition.peb";
      case TopicPage topic -> "topic.peb";
      case SearchPage search -> "search.peb";
      case NotFoundPage missing -> "not-found.peb";
    };
  }

  private List<OutputFile> withData(OutputFile html, FollowUpPage page) {
    List<LedgerSheet.Row> rows = sheet.rows(page.ledger());
    Route route = page.route();
    List<OutputFile> files = new ArrayList<>(4);
    files.add(html);
    files.add(
        new OutputFile(route.sibling("follow-up.json").path(), FollowUpJson.bytes(page.ledger())));
    files.add(new OutputFile(route.sibling("follow-up.csv").path(), FollowUpCsv.bytes(rows)));
    if (settings.xlsx()) {
      String name = Integer.toString(page.ledger().followUp().targetYear());
      files.add(
          new OutputFile(route.sibling("follow-up.xlsx").path(), FollowUpXlsx.bytes(name, rows)));
    }
    return files;
  }

  private static List<OutputFile> withData(OutputFile html, CompareIndexPage page) {
    List<OutputFile> files = new ArrayList<>();
    files.add(html);
    for (CompareData data : page.data()) {
      files.add(
          new OutputFile(page.route().sibling(data.file()).path(), CompareScript.bytes(data)));
    }
    return files;
  }

  private static ThemeException broken(String name, PebbleException e) {
    String file = e.getFileName() == null ? name : e.getFileName();
    int line = e.getLineNumber() == null ? 0 : Math.max(0, e.getLineNumber());
    return new ThemeException(
        Diagnostic.error(
            "template-mistake",
            Position.of("templates/" + file, line),
            e.getPebbleMessage() == null ? "cannot be rendered" : e.getPebbleMessage(),
            "templates may only use what the page's record has"),
        e);
  }
}
