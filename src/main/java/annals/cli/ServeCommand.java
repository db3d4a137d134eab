package annals.cli;

import annals.build.SiteConfig;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.diagnostic.Severity;
import annals.preview.Preview;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code annals serve}. */
@Command(
    name = "serve",
    description = "Shows the site in a browser on this machine and follows every change.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private SourceOption source;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "where to listen; 0 takes a free one (default: ${DEFAULT-VALUE})")
  private int port = 8080;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "listen on another address than this machine's own; others can read it then")
  private InetAddress address = InetAddress.getLoopbackAddress();

  @Override
  public Integer call() throws Exception {
    PrintWriter err = source.commandLine().getErr();
    SiteConfig config = source.config(new Diagnostics());
    CountDownLatch forever = new CountDownLatch(1);
    Preview preview =
        Preview.start(
            config.root(), new InetSocketAddress(address, port), found -> print(found, err));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(preview, err)));
    String host = address.isLoopbackAddress() ? "localhost" : address.getHostAddress();
    err.println(
        "annals: http://" + host + ":" + preview.port() + "/ follows every change; Ctrl-C ends it");
    forever.await();
    return Main.DONE;
  }

  private static void print(Diagnostic found, PrintWriter err) {
    if (found.severity() == Severity.ERROR) {
      err.println(found);
    }
  }

  private static void close(Preview preview, PrintWriter err) {
    try {
      preview.close();
    } catch (IOException e) {
      err.println("annals: " + e.getMessage());
    }
  }
}
