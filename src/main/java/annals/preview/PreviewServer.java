package annals.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Serves a folder, adds a script to its pages, and tells that script of builds. */
final class PreviewServer implements AutoCloseable {
  private static final Pattern BASE = Pattern.compile("<base href=\"[^\"]*\">");
  private static final String OWN = "/.annals/";
  private static final long STILL_THERE_MILLIS = 10_000;
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");
  private static final Pattern LOCAL_HOST =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?", Pattern.CASE_INSENSITIVE);

  private final Path folder;
  private final boolean onlyLocal;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private BuildState state;
  private boolean closed;

  PreviewServer(Path folder, InetSocketAddress address, BuildState state) throws IOException {
    this.folder = folder;
    this.onlyLocal = address.getAddress().isLoopbackAddress();
    this.state = state;
    this.server = HttpServer.create(address, 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Tells all open pages. */
  synchronized void tell(BuildState next) {
    state = next;
    notifyAll();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
      } else if (isFromElsewhere(exchange)) {
        exchange.sendResponseHeaders(403, -1);
      } else if (path.equals(OWN + "events")) {
        tellOn(exchange);
      } else if (path.equals(OWN + "live.js")) {
        send(exchange, 200, "live.js", script());
      } else {
        file(exchange, path);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A page of another site must not read this one by giving this machine a name of its own. */
  private boolean isFromElsewhere(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return onlyLocal && host != null && !LOCAL_HOST.matcher(host).matches();
  }

  private void tellOn(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    BuildState told = null;
    while (true) {
      BuildState now;
      synchronized (this) {
        if (state.equals(told) && !closed) {
          wait(STILL_THERE_MILLIS);
        }
        if (closed) {
          return;
        }
        now = state;
      }
      String event = now.equals(told) ? ":\n\n" : "event: build\ndata: " + now.json() + "\n\n";
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.flush();
      told = now;
    }
  }

  private void file(HttpExchange exchange, String path) throws IOException {
    Optional<Path> found = find(path);
    if (found.isPresent() && Files.isDirectory(found.get())) {
      exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getRawPath() + "/");
      exchange.sendResponseHeaders(301, -1);
      return;
    }
    boolean isThere = found.isPresent() && Files.isRegularFile(found.get());
    Path file = isThere ? found.get() : folder.resolve("404.html");
    byte[] bytes =
        Files.isRegularFile(file)
            ? Files.readAllBytes(file)
            : "not found\n".getBytes(StandardCharsets.UTF_8);
    String name = file.getFileName().toString();
    String mark = mark(bytes);
    exchange.getResponseHeaders().set("ETag", '"' + mark + '"');
    send(exchange, isThere ? 200 : 404, name, name.endsWith(".html") ? shown(bytes, mark) : bytes);
  }

  /** The file that an address means, never one outside the folder. */
  private Optional<Path> find(String path) {
    try {
      String relative = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
      Path file = folder.resolve(relative).normalize();
      return Optional.of(file).filter(f -> f.startsWith(folder));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** By which a page sees that it is another now. */
  private static String mark(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(bytes.length);
  }

  /** A page as it is shown here, where the site's root is that of the server. */
  private static byte[] shown(byte[] page, String mark) {
    String html =
        BASE.matcher(new String(page, StandardCharsets.UTF_8)).replaceFirst("<base href=\"/\">");
    int end = html.lastIndexOf("</body>");
    int at = end < 0 ? html.length() : end;
    String script = "<script src=\"" + OWN + "live.js\" data-mark=\"" + mark + "\"></script>";
    return (html.substring(0, at) + script + html.substring(at)).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] script() throws IOException {
    try (InputStream in = PreviewServer.class.getResourceAsStream("/annals/preview/live.js")) {
      return Objects.requireNonNull(in, "live.js").readAllBytes();
    }
  }

  private static void send(HttpExchange exchange, int status, String name, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type(name));
    exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
    byte[] body = bytes;
    int code = status;
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (status == 200 && range != null) {
      Optional<int[]> part = part(range, bytes.length);
      if (part.isPresent()) {
        int from = part.get()[0];
        int to = part.get()[1];
        if (from >= bytes.length || from > to) {
          exchange.getResponseHeaders().set("Content-Range", "bytes */" + bytes.length);
          exchange.sendResponseHeaders(416, -1);
          return;
        }
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes " + from + "-" + to + "/" + bytes.length);
        body = Arrays.copyOfRange(bytes, from, to + 1);
        code = 206;
      }
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(code, -1);
    } else {
      exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** First and last byte of a single range; empty for what may be ignored. */
  private static Optional<int[]> part(String range, int length) {
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches() || range.length() > 30 || range.equals("bytes=-")) {
      return Optional.empty();
    }
    long last = length - 1L;
    if (matcher.group(1).isEmpty()) {
      long tail = Long.parseLong(matcher.group(2));
      return Optional.of(new int[] {(int) Math.max(0, length - tail), tail == 0 ? -1 : (int) last});
    }
    long from = Math.min(Long.parseLong(matcher.group(1)), length);
    long to = matcher.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(matcher.group(2)));
    return Optional.of(new int[] {(int) from, (int) to});
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json" -> "application/json";
      case "csv" -> "text/csv; charset=utf-8";
      case "xml" -> "application/xml";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "ico" -> "image/x-icon";
      case "txt" -> "text/plain; charset=utf-8";
      case "woff2" -> "font/woff2";
      case "pdf" -> "application/pdf";
      default -> "application/octet-stream";
    };
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
