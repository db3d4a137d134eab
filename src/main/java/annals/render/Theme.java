package annals.render;

import annals.diagnostic.Diagnostic;
import annals.diagnostic.Position;
import annals.output.OutputFile;
import annals.page.Labels;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * How a site looks and speaks: templates, words and assets. The default theme is on the class path;
 * a folder of the same shape overlays it file by file, and its words key by key. Everything is read
 * once, when the theme is loaded. Immutable and safe for several threads.
 *
 * <pre>
 * theme.yaml             which assets and templates the default theme has
 * templates/*.peb        one for each kind of page
 * css/, js/, img/        assets; they are written to assets/ under their file names
 * i18n/LANGUAGE.properties   the words, in UTF-8; those that scripts show go to assets/words.js
 * </pre>
 */
public final class Theme {
  private static final String CLASS_PATH = "/theme/";
  private static final String SCRIPT_WORDS = "words.js";
  private static final List<String> ASSET_FOLDERS = List.of("css", "js", "img");

  private final Map<String, String> templates;
  private final Map<String, byte[]> assets;
  private final Labels labels;

  private Theme(Map<String, String> templates, Map<String, byte[]> assets, Labels labels) {
    this.templates = templates;
    this.assets = assets;
    this.labels = labels;
  }

  /** The default theme in a language. */
  public static Theme load(String language) {
    return load(language, Optional.empty());
  }

  /**
   * The default theme with a site's own files over it.
   *
   * @param language the language of the words, such as {@code zh-CN}
   * @param overlay the folder with the site's own files
   * @throws ThemeException if a file is missing or cannot be read
   */
  public static Theme load(String language, Optional<Path> overlay) {
    Map<String, Object> manifest = manifest();
    Map<String, String> templates = new TreeMap<>();
    for (String name : names(manifest, "templates")) {
      templates.put(name, text(classPath("templates/" + name)));
    }
    Map<String, byte[]> assets = new TreeMap<>();
    for (String path : names(manifest, "assets")) {
      assets.put(path.substring(path.lastIndexOf('/') + 1), classPath(path));
    }
    Map<String, String> words = new TreeMap<>();
    String wordsFile = "i18n/" + language + ".properties";
    if (Theme.class.getResource(CLASS_PATH + wordsFile) != null) {
      words.putAll(words(classPath(wordsFile), "theme/" + wordsFile));
    } else if (overlay.isEmpty() || !Files.isRegularFile(overlay.get().resolve(wordsFile))) {
      throw broken("theme/" + wordsFile, "the theme has no words in " + language, null);
    }
    overlay.ifPresent(folder -> overlay(folder, wordsFile, templates, assets, words));
    assets.put(SCRIPT_WORDS, scriptWords(words));
    return new Theme(templates, assets, new Labels(words));
  }

  /** The words that scripts show, as a script that sets {@code annals.words}. */
  private static byte[] scriptWords(Map<String, String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        "(window.annals = window.annals || {}).words = ".getBytes(StandardCharsets.UTF_8));
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      for (Map.Entry<String, String> word : new TreeMap<>(words).entrySet()) {
        if (word.getKey().startsWith("display.") || word.getKey().startsWith("script.")) {
          json.writeStringField(word.getKey(), word.getValue());
        }
      }
      json.writeEndObject();
      json.writeRaw(";\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void overlay(
      Path folder,
      String wordsFile,
      Map<String, String> templates,
      Map<String, byte[]> assets,
      Map<String, String> words) {
    if (!Files.isDirectory(folder)) {
      throw broken(folder.toString(), "there is no such theme folder", null);
    }
    for (Path file : files(folder.resolve("templates"))) {
      templates.put(file.getFileName().toString(), text(read(file)));
    }
    for (String name : ASSET_FOLDERS) {
      for (Path file : files(folder.resolve(name))) {
        assets.put(file.getFileName().toString(), read(file));
      }
    }
    Path own = folder.resolve(wordsFile);
    if (Files.isRegularFile(own)) {
      words.putAll(words(read(own), own.toString()));
    }
  }

  /** The words of the pages. */
  public Labels labels() {
    return labels;
  }

  /** The assets as files of the site, by path. */
  public List<OutputFile> assets() {
    return assets.entrySet().stream()
        .map(asset -> new OutputFile("assets/" + asset.getKey(), asset.getValue().clone()))
        .toList();
  }

  /**
   * The address of each asset relative to the site's root, by file name. It carries a mark of the
   * content, so that a browser never shows a new page with an old style.
   */
  Map<String, String> assetLinks() {
    Map<String, String> links = new TreeMap<>();
    assets.forEach((name, bytes) -> links.put(name, "assets/" + name + "?v=" + mark(bytes)));
    return links;
  }

  Map<String, String> templates() {
    return templates;
  }

  private static String mark(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 4));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> manifest() {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel("theme.yaml").build();
      return (Map<String, Object>) new Load(settings).loadFromString(text(classPath("theme.yaml")));
    } catch (YamlEngineException e) {
      throw broken("theme/theme.yaml", "cannot be read", e);
    }
  }

  private static List<String> names(Map<String, Object> manifest, String key) {
    return manifest.get(key) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  private static Map<String, String> words(byte[] bytes, String path) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text(bytes)));
    } catch (IOException | IllegalArgumentException e) {
      throw broken(path, "cannot be read as properties", e);
    }
    Map<String, String> words = new TreeMap<>();
    properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
    return words;
  }

  private static byte[] classPath(String path) {
    try (InputStream in = Theme.class.getResourceAsStream(CLASS_PATH + path)) {
      if (in == null) {
        throw broken("theme/" + path, "the default theme lacks this file", null);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The regular files of a folder by name; none if there is no such folder. */
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw broken(folder.toString(), "cannot be listed", e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw broken(file.toString(), "cannot be read", e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ThemeException broken(String path, String what, Throwable cause) {
    return new ThemeException(
        Diagnostic.error("theme-unusable", Position.of(path.replace('\\', '/')), what, ""), cause);
  }
}
