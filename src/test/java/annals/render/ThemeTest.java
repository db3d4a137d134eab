package annals.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.page.SiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeTest {
  @TempDir Path folder;

  @Test
  void allLanguagesHaveTheSameWordsWithTheSameBlanks() {
    Theme chinese = Theme.load("zh-CN");
    Theme english = Theme.load("en");
    assertEquals(chinese.labels().all().keySet(), english.labels().all().keySet());
    chinese
        .labels()
        .all()
        .forEach(
            (key, text) -> {
              TreeSet<String> extra = blanks(english.labels().all().get(key));
              extra.removeAll(blanks(text));
              assertEquals(new TreeSet<>(), extra, key);
            });
  }

  private static TreeSet<String> blanks(String text) {
    TreeSet<String> blanks = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
    while (matcher.find()) {
      blanks.add(matcher.group());
    }
    return blanks;
  }

  @Test
  void theEnglishThemeRendersEveryPage() {
    Theme english = Theme.load("en");
    SmallArchive archive =
        SmallArchive.ordinary()
            .settings(
                new SiteSettings("Annals", "", "en", "", "", Optional.empty(), java.util.Map.of()));
    assertTrue(archive.documents(english).get("index.html").text().contains("Search"));
  }

  @Test
  void aSiteOverlaysFilesAndWordsOneByOne() throws IOException {
    write("templates/not-found.peb", "{{ page.title }}！{{ t[\"nav.home\"] }}");
    write("css/site.css", "body{color:red}");
    write("img/seal.svg", "<svg/>");
    write("i18n/zh-CN.properties", "nav.home=回家\n");
    Theme theme = Theme.load("zh-CN", Optional.of(folder));
    var files = SmallArchive.ordinary().files(theme);
    assertEquals("没有这个页面！回家", SmallArchive.text(files.get("404.html")));
    assertEquals("body{color:red}", SmallArchive.text(files.get("assets/site.css")));
    assertEquals("<svg/>", SmallArchive.text(files.get("assets/seal.svg")));
    assertTrue(SmallArchive.text(files.get("units/index.html")).contains("回家"));
  }

  @Test
  void aMisspeltFieldIsAnErrorThatNamesTemplateAndLine() throws IOException {
    write("templates/not-found.peb", "<h1>\n{{ page.titel }}\n</h1>");
    Theme theme = Theme.load("zh-CN", Optional.of(folder));
    ThemeException e =
        assertThrows(ThemeException.class, () -> SmallArchive.ordinary().files(theme));
    assertEquals("templates/not-found.peb:2", e.diagnostic().position().toString());
    assertTrue(e.diagnostic().what().contains("titel"), e.diagnostic().what());
  }

  @Test
  void aWordThatDoesNotExistIsAnError() throws IOException {
    write("templates/not-found.peb", "{{ t[\"nav.nowhere\"] }}");
    Theme theme = Theme.load("zh-CN", Optional.of(folder));
    assertThrows(ThemeException.class, () -> SmallArchive.ordinary().files(theme));
  }

  @Test
  void aTemplateThatCannotBeCompiledStopsBeforeAnyPage() throws IOException {
    write("templates/unit.peb", "{% if %}");
    Theme theme = Theme.load("zh-CN", Optional.of(folder));
    SiteSettings settings = SiteSettings.titled("x");
    ThemeException e = assertThrows(ThemeException.class, () -> new PageRenderer(theme, settings));
    assertEquals("templates/unit.peb", e.diagnostic().position().path());
  }

  @Test
  void aLanguageWithoutWordsIsAnError() {
    assertThrows(ThemeException.class, () -> Theme.load("fr"));
  }

  @Test
  void assetAddressesChangeWithTheirContent() throws IOException {
    String before = Theme.load("zh-CN").assetLinks().get("site.css");
    write("css/site.css", "body{}");
    String after = Theme.load("zh-CN", Optional.of(folder)).assetLinks().get("site.css");
    assertTrue(before.matches("assets/site\\.css\\?v=[0-9a-f]{8}"), before);
    assertTrue(!before.equals(after));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
