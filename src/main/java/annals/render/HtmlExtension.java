package annals.render;

import annals.page.Html;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;

/** Lets {@code raw} hand finished markup over as it is, without making a string of it. */
final class HtmlExtension extends AbstractExtension {
  @Override
  public Map<String, Filter> getFilters() {
    return Map.of("raw", new RawFilter());
  }

  /** What the engine's own escaping lets pass. */
  static final class SafeHtml extends SafeString {
    private final Html html;

    private SafeHtml(Html html) {
      super("");
      this.html = html;
    }

    Html html() {
      return html;
    }

    @Override
    public String toString() {
      return html.toString();
    }
  }

  private static final class RawFilter implements Filter {
    @Override
    public Object apply(
        Object input,
        Map<String, Object> arguments,
        PebbleTemplate template,
        EvaluationContext context,
        int line) {
      return switch (input) {
        case null -> null;
        case Html html -> new SafeHtml(html);
        default -> new SafeString(input.toString());
      };
    }

    @Override
    public List<String> getArgumentNames() {
      return null;
    }
  }
}
