package annals.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.build.TestSite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PreviewTest {
  private static final String REPORT = "content/甲/2023.md";
  private static final String PAGE = "/units/jia/2023/";
  private static final String START = "---\ntitle: 甲2023年工作总结\n---\n\n## 一、情况\n\n";

  @TempDir Path folder;
  private TestSite site;
  private Preview preview;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    site =
        TestSite.in(
            folder,
            "== annals.yaml\ntitle: 档案\nbase-url: /annals/\n== "
                + REPORT
                + "\n"
                + START
                + "办结三件。\n");
    preview =
        Preview.start(
            folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), found -> {});
  }

  @AfterEach
  void stop() throws IOException {
    preview.close();
    client.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + preview.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Test
  void pages_are_never_cached_and_the_script_is_in_what_is_served_alone() throws Exception {
    HttpResponse<String> page = get("/");
    assertEquals(200, page.statusCode());
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals(
        "text/html; charset=utf-8", page.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(page.body().contains("/.annals/live.js"));
    assertTrue(get("/.annals/live.js").body().contains("EventSource"));
    assertFalse(Files.exists(folder.resolve("site")));
  }

  @Test
  void ranges_folders_and_what_is_not_there_are_answered_as_by_a_real_server() throws Exception {
    String css = get("/assets/site.css").body();
    HttpResponse<String> part = get("/assets/site.css", "Range", "bytes=2-5");
    assertEquals(206, part.statusCode());
    assertEquals(css.substring(2, 6), part.body());
    assertEquals(416, get("/assets/site.css", "Range", "bytes=99999999-").statusCode());
    assertEquals(301, get("/search").statusCode());
    assertEquals(404, get("/nowhere").statusCode());
    assertTrue(get("/units/nowhere/").body().contains("<base href=\"/\">"));
    assertEquals(404, get("/%2e%2e/annals.yaml").statusCode());
    assertEquals(404, get("/../../etc/passwd").statusCode());
  }

  @Test
  void a_page_that_gives_this_machine_another_name_reads_nothing() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", preview.port())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 403", new String(answer, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void open_pages_are_told_of_changes_and_of_what_is_wrong_and_the_pages_stay() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + preview.port() + "/.annals/events"))
            .build();
    var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertTrue(next(events).startsWith("{\"build\":1,"));
      site.write(REPORT, START + "办结四件。\n");
      assertTrue(next(events).startsWith("{\"build\":2,"));
      assertTrue(get(PAGE).body().contains("办结四件"));
      site.write(REPORT, "---\ntitle: [\n---\n");
      awaitEvent(events, event -> event.contains("error"));
      assertTrue(get(PAGE).body().contains("办结四件"));
      site.write(REPORT, START + "办结五件。\n");
      awaitEvent(events, event -> !event.contains("error"));
      assertTrue(get(PAGE).body().contains("办结五件"));
    }
  }

  @Test
  void what_is_built_at_once_and_in_whole_are_the_same_in_the_end() throws Exception {
    site.write(REPORT, START + "办结四件。\n");
    awaitPage(PAGE, page -> page.contains("办结四件"));
    site.write("content/甲/2024.md", START.replace("2023", "2024") + "办结五件。\n");
    awaitPage("/units/jia/2024/", page -> page.contains("办结五件"));
    site.write(REPORT, START.replace("工作总结", "总结") + "办结四件。\n");
    awaitPage("/", page -> page.contains("甲2023年总结"));
    site.delete("content/甲/2024.md");
    awaitPage("/units/jia/2024/", page -> page.contains("not-found"));
    site.build();
    try (Stream<Path> files = Files.walk(folder.resolve("site"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.resolve("site").relativize(file).toString();
        if (path.endsWith(".html") && !path.equals("404.html")) {
          String served = get("/" + path).body();
          assertEquals(
              Files.readString(file),
              served.replaceAll("<script src=\"/\\.annals/[^>]*></script>", ""),
              path);
        }
      }
    }
  }

  private void awaitPage(String path, Predicate<String> wanted) throws Exception {
    while (!wanted.test(get(path).body())) {
      Thread.sleep(20);
    }
  }

  private static void awaitEvent(BufferedReader events, Predicate<String> wanted)
      throws IOException {
    String event = next(events);
    while (!wanted.test(event)) {
      event = next(events);
    }
  }

  private static String next(BufferedReader events) throws IOException {
    String line = events.readLine();
    while (!line.startsWith("data: ")) {
      line = events.readLine();
    }
    return line.substring("data: ".length());
  }
}
