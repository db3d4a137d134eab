package annals.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing to a real OpenSSH server on loopback. */
class SftpPublishTest extends PublishContract {
  @TempDir static Path serverFolder;
  private static OpenSshServer server;

  @BeforeAll
  static void startServer() throws Exception {
    assumeTrue(OpenSshServer.program().isPresent(), "there is no sshd: install openssh-server");
    server = OpenSshServer.start(serverFolder.resolve("with-shell"));
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  Target target(Path path, Target.Layout layout) {
    return server.target(path, layout);
  }

  private PublishResult publish(Target target, Access access, SampleSite site) throws Exception {
    try (Publisher publisher = Publisher.open(target, access)) {
      return publisher.publish(site.build(), OPTIONS, PublishProgress.NONE);
    }
  }

  @Test
  void an_unknown_host_is_shown_by_its_fingerprint_and_refused_until_that_is_accepted()
      throws Exception {
    Target target = target(folder.resolve("web"), Target.Layout.RELEASES);
    SampleSite site = new SampleSite(folder.resolve("s"));
    Files.delete(server.knownHosts());
    try {
      PublishException refused =
          assertThrows(PublishException.class, () -> publish(target, NOBODY, site));
      assertTrue(refused.getMessage().contains(server.fingerprint()), refused::getMessage);
      Access wrong = new Access(Optional.of("SHA256:wrong"), Access.Secrets.NONE);
      assertThrows(PublishException.class, () -> publish(target, wrong, site));
      assertFalse(Files.exists(folder.resolve("web")));
      Access right = new Access(Optional.of(server.fingerprint()), Access.Secrets.NONE);
      publish(target, right, site);
      publish(target, NOBODY, site.put("index.html", "now known"));
    } finally {
      server.know("host");
    }
  }

  @Test
  void a_changed_host_key_is_refused_even_when_accepted() throws Exception {
    Target target = target(folder.resolve("web"), Target.Layout.RELEASES);
    server.know("other");
    try {
      Access accepting = new Access(Optional.of(server.fingerprint()), Access.Secrets.NONE);
      PublishException refused =
          assertThrows(
              PublishException.class,
              () -> publish(target, accepting, new SampleSite(folder.resolve("s"))));
      assertTrue(refused.getMessage().contains("not the one in"), refused::getMessage);
      assertFalse(Files.exists(folder.resolve("web")));
    } finally {
      server.know("host");
    }
  }

  @Test
  void a_server_without_a_shell_gets_the_same_site() throws Exception {
    SampleSite site = new SampleSite(folder.resolve("s"));
    try (OpenSshServer bare =
        OpenSshServer.start(serverFolder.resolve("bare"), "ForceCommand internal-sftp")) {
      Target target = bare.target(folder.resolve("web"), Target.Layout.RELEASES);
      publish(target, NOBODY, site);
      var inode = Files.getAttribute(folder.resolve("web/current/index.html"), "unix:ino");
      PublishResult second = publish(target, NOBODY, site.put("units/新.html", "x"));
      assertEquals(2, second.filesSent());
      PublishedFolder.whole(folder.resolve("web/current"));
      assertEquals(inode, Files.getAttribute(folder.resolve("web/current/index.html"), "unix:ino"));
    }
  }

  @Test
  void connections_that_drop_are_made_again() throws Exception {
    SampleSite site = new SampleSite(folder.resolve("s"));
    AtomicLong seen = new AtomicLong();
    PublishProgress cutting =
        new PublishProgress() {
          @Override
          public void begin(String stage, long bytes) {}

          @Override
          public void step(long bytes) {
            long before = seen.getAndAdd(bytes);
            if (before / 150_000 != (before + bytes) / 150_000 && before < 400_000) {
              server.cutConnections();
            }
          }

          @Override
          public void end() {}
        };
    Target target = target(folder.resolve("web"), Target.Layout.RELEASES);
    try (Publisher publisher = Publisher.open(target, NOBODY)) {
      publisher.publish(site.build(), OPTIONS, cutting);
    }
    PublishedFolder.whole(folder.resolve("web/current"));
  }
}
