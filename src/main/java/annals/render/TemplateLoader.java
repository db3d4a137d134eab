package annals.render;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;

/** Gives the engine the templates of a theme, which are in memory. */
final class TemplateLoader implements Loader<String> {
  private final Map<String, String> templates;

  TemplateLoader(Map<String, String> templates) {
    this.templates = templates;
  }

  @Override
  public Reader getReader(String name) {
    String template = templates.get(name);
    if (template == null) {
      throw new LoaderException(null, "the theme has no template " + name);
    }
    return new StringReader(template);
  }

  @Override
  public boolean resourceExists(String name) {
    return templates.containsKey(name);
  }

  @Override
  public String createCacheKey(String name) {
    return name;
  }

  @Override
  public String resolveRelativePath(String name, String anchor) {
    return name;
  }

  @Override
  public void setCharset(String charset) {}

  @Override
  public void setPrefix(String prefix) {}

  @Override
  public void setSuffix(String suffix) {}
}
