package annals.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void what_is_written_is_read_again_in_whatever_order_it_came() throws IOException {
    var a = new Manifest.Entry("a\"b/首页.html", 12, HASH);
    var b = new Manifest.Entry("b.html", 5_000_000_000L, HASH);
    Manifest manifest = new Manifest(List.of(b, a));

    assertEquals(manifest, read(written(manifest)));
    assertArrayEquals(written(manifest), written(new Manifest(List.of(a, b))));
    assertEquals(5_000_000_012L, manifest.bytes());
  }

  @Test
  void an_empty_site_has_a_manifest_too() throws IOException {
    assertEquals(
        "{\"version\":1,\"files\":[\n]}\n", new String(written(new Manifest(List.of())), UTF_8));
    assertEquals(new Manifest(List.of()), read(written(new Manifest(List.of()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"version\":2,\"files\":[]}",
        "{\"version\":1,\"files\":[{\"path\":\"a\"}]}",
        "{\"version\":1,\"files\":[{\"path\":\"../a\",\"size\":1,\"sha256\":\"H\"}]}",
        "{\"version\":1,\"files\":[{\"path\":\"/etc/passwd\",\"size\":1,\"sha256\":\"H\"}]}",
        "{\"version\":1,\"files\":[{\"path\":\"a\",\"size\":-1,\"sha256\":\"H\"}]}",
        "{\"version\":1,\"files\":[{\"path\":\"a\",\"size\":1,\"sha256\":\"H\"},{\"path\":\"a\",\"size\":1,\"sha256\":\"H\"}]}",
        "{\"version\":1,\"files\":[{\"path\":\"a\",\"size\":1,\"sha256\":\"H\"}",
      })
  void anything_else_is_refused(String json) {
    assertThrows(IOException.class, () -> read(json.replace("H", HASH).getBytes(UTF_8)));
  }

  private static byte[] written(Manifest manifest) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }

  private static Manifest read(byte[] json) throws IOException {
    return Manifest.read(new ByteArrayInputStream(json));
  }
}
