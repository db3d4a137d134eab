package annals.publish;

import annals.output.OutputFile;
import annals.output.SiteWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small site written by the real writer. */
final class SampleSite {
  private final Path source;
  private final Map<String, byte[]> files = new TreeMap<>();

  SampleSite(Path source) {
    this.source = source;
    put("index.html", "首页");
    put("404.html", "");
    put("assets/site.css", "p {}");
    put("data/数据.json", "{}");
    put("units/甲/" + "长".repeat(83) + "a.html", "名字有 255 字节");
    put("units/it's $HOME \"x\"/a b.html", "奇名");
    for (int i = 0; i < 24; i++) {
      put("units/u" + i % 7 + "/" + i + "/index.html", ("第" + i + "页\n").repeat(400));
    }
  }

  SampleSite put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  SampleSite remove(String path) {
    files.remove(path);
    return this;
  }

  Path folder() {
    return source.resolve("site");
  }

  BuiltSite build() throws IOException {
    Files.createDirectories(source);
    try (SiteWriter writer = SiteWriter.open(folder(), source, List.of())) {
      files.forEach((path, bytes) -> writer.stage(new OutputFile(path, bytes.clone()), path));
      writer.commit();
    }
    return BuiltSite.open(folder(), "site");
  }
}
