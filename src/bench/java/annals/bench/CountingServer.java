package annals.bench;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * A folder on loopback as a usual web server gives it out: texts compressed by gzip, level 6, with
 * what a browser needs to keep files and ask again. Counts what it sends.
 */
final class CountingServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css",
          "js", "application/javascript",
          "json", "application/json");
  private static final Set<String> COMPRESSED = TYPES.keySet();
  private static final int THREADS = 8;

  static {
    // else every answer waits for the acknowledgement of its header, 40 ms
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Path folder;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Map<Path, Answer> answers = new ConcurrentHashMap<>();
  private List<Sent> sent = new ArrayList<>();
  private long lastRequest = System.nanoTime();

  /**
   * An answer on its way.
   *
   * @param path from the root of the site, without a leading slash
   * @param bytes of the body as sent, without header
   */
  record Sent(String path, int bytes) {}

  private record Answer(byte[] body, boolean compressed, String modified, String tag) {}

  CountingServer(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = HttpServer.create(anyPort, 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** What was sent since the last call. */
  synchronized List<Sent> take() {
    List<Sent> taken = sent;
    sent = new ArrayList<>();
    return taken;
  }

  synchronized long nanosSinceLastRequest() {
    return System.nanoTime() - lastRequest;
  }

  private synchronized void note(String path, int bytes) {
    sent.add(new Sent(path, bytes));
    lastRequest = System.nanoTime();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(1);
      Path file = folder.resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
      if (!file.normalize().startsWith(folder) || !Files.isRegularFile(file)) {
        note(path, 0);
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Answer answer = answers.computeIfAbsent(file, CountingServer::prepare);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Last-Modified", answer.modified());
      headers.set("ETag", answer.tag());
      if (answer.tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        note(path, 0);
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      headers.set("Content-Type", TYPES.getOrDefault(extension(file), "application/octet-stream"));
      if (answer.compressed()) {
        headers.set("Content-Encoding", "gzip");
      }
      note(path, answer.body().length);
      exchange.sendResponseHeaders(200, answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static Answer prepare(Path file) {
    try {
      byte[] plain = Files.readAllBytes(file);
      boolean compressed = COMPRESSED.contains(extension(file));
      String modified =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC));
      String tag = "\"" + Integer.toHexString(Arrays.hashCode(plain)) + "\"";
      return new Answer(compressed ? gzip(plain) : plain, compressed, modified, tag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
