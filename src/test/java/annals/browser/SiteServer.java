package annals.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plain web server for a folder, on this machine alone: what is not there gets the folder's
 * {@code 404.html}, and is noted. Every answer has the Content-Security-Policy of {@code
 * docs/nginx.conf}, so that a browser complains where a page does not satisfy it.
 */
final class SiteServer implements AutoCloseable {
  private static final Pattern POLICY =
      Pattern.compile("add_header Content-Security-Policy \"([^\"]+)\"");

  private final Path folder;
  private final String policy;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<String> missing = new CopyOnWriteArrayList<>();

  private SiteServer(Path folder, HttpServer server, String policy) {
    this.folder = folder;
    this.server = server;
    this.policy = policy;
  }

  static SiteServer of(Path folder) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    SiteServer site = new SiteServer(folder, HttpServer.create(anyPort, 0), policy());
    site.server.createContext("/", site::answer);
    site.server.setExecutor(site.threads);
    site.server.start();
    return site;
  }

  /** The test driver waits by evaluating expressions in the page; the site itself does not. */
  private static String policy() throws IOException {
    Matcher matcher = POLICY.matcher(Files.readString(Path.of("docs/nginx.conf")));
    if (!matcher.find()) {
      throw new IOException("docs/nginx.conf has no Content-Security-Policy");
    }
    return matcher.group(1).replace("script-src 'self'", "script-src 'self' 'unsafe-eval'");
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The paths that were asked for since the last call and are not there. */
  List<String> takeMissing() {
    List<String> taken = List.copyOf(missing);
    missing.clear();
    return taken;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(1);
      Path file = folder.resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
      boolean found = file.normalize().startsWith(folder) && Files.isRegularFile(file);
      if (!found) {
        missing.add(path);
        file = folder.resolve("404.html");
      }
      byte[] body = Files.readAllBytes(file);
      exchange.getResponseHeaders().set("Content-Type", type(file.toString()));
      exchange.getResponseHeaders().set("Content-Security-Policy", policy);
      exchange.sendResponseHeaders(found ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json" -> "application/json";
      case "csv" -> "text/csv; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
