package io.dateline.tika.connector.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.dateline.elasticsearch.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with a server of the JDK. */
@DisplayName("Trust in certificates")
class TrustTest {

  private static final String HERE = "ip:127.0.0.1";
  private static final String NOT_SIGNED = "was not signed by the authority";

  private static TestAuthority authority;
  private static TestAuthority stranger;
  private static Path certificate;

  private static final byte[] LOOPBACK_SIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private HttpServer server;

  @BeforeAll
  static void makeAuthorities(@TempDir Path folder) throws Exception {
    authority = new TestAuthority(Files.createDirectory(folder.resolve("ours")), "Dateline tests");
    stranger = new TestAuthority(Files.createDirectory(folder.resolve("other")), "A stranger");
    certificate = authority.issue(HERE);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void theAuthorityIsBelievedByFileAndByFingerprint() throws Exception {
    Access access = serve(certificate);

    assertEquals(200, ask(access.withCaFile(authority.pem())));
    assertEquals(200, ask(access.withCaFingerprint(authority.fingerprint())));
  }

  @Test
  void anAddressOfVersionSixIsANameLikeAnother() throws Exception {
    InetAddress six = InetAddress.getByAddress(LOOPBACK_SIX);
    assumeTrue(isHere(six), "this machine has no ::1");
    Access access = serve(authority.issue("ip:0:0:0:0:0:0:0:1"), six, "[::1]");

    assertEquals(200, ask(access.withCaFile(authority.pem())));
    assertEquals(200, ask(access.withCaFingerprint(authority.fingerprint())));
    assertRefused(access.withCaFile(stranger.pem()), NOT_SIGNED);
    server.stop(0);
    Access elsewhere = serve(certificate, six, "[::1]");
    assertRefused(elsewhere.withCaFile(authority.pem()), "bears another name");
    assertRefused(elsewhere.withCaFingerprint(authority.fingerprint()), "bears another name");
  }

  @Test
  void everyCertificateOfTheFileCounts(@TempDir Path folder) throws Exception {
    Path both = folder.resolve("both.pem");
    Files.writeString(both, Files.readString(stranger.pem()) + Files.readString(authority.pem()));

    assertEquals(200, ask(serve(certificate).withCaFile(both)));
  }

  @Test
  void anotherAuthorityIsNot() throws Exception {
    Access access = serve(certificate);

    assertRefused(access.withCaFile(stranger.pem()), NOT_SIGNED);
    assertRefused(access.withCaFingerprint(stranger.fingerprint()), NOT_SIGNED);
    assertRefused(access, NOT_SIGNED);
  }

  @Test
  void aCopyOfTheAuthoritysCertificateBehindAForgedOneIsNot() throws Exception {
    Access access = serve(authority.forge(HERE));

    assertRefused(access.withCaFile(authority.pem()), NOT_SIGNED);
    assertRefused(access.withCaFingerprint(authority.fingerprint()), NOT_SIGNED);
  }

  @Test
  void anotherNameIsNotEither() throws Exception {
    Access here = serve(certificate);
    Access access = Access.to("https://localhost:" + here.urls().get(0).getPort());

    assertRefused(access.withCaFile(authority.pem()), "bears another name");
    assertRefused(access.withCaFingerprint(authority.fingerprint()), "bears another name");
  }

  @Test
  void whatHasExpiredIsNot() throws Exception {
    Access access = serve(authority.issue(HERE, "-startdate", "-3d", "-validity", "1"));

    assertRefused(access.withCaFile(authority.pem()), "is not valid now");
    assertRefused(access.withCaFingerprint(authority.fingerprint()), "is not valid now");
  }

  @Test
  void aNodeWithoutTlsIsSaidToHaveNone() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread node =
          new Thread(
              () -> {
                try (Socket connection = socket.accept()) {
                  connection
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                  connection.getInputStream().readAllBytes(); // until the client hangs up
                } catch (IOException e) {
                  // the client was quicker
                }
              });
      node.start();

      assertRefused(Access.to("https://127.0.0.1:" + socket.getLocalPort()), "does not speak TLS");
      node.join();
    }
  }

  @Test
  void aFailureThatMayPassIsNoRefusal() {
    assertTrue(Trust.refusal(new IOException("Connection reset by peer")).isEmpty());
  }

  private static boolean isHere(InetAddress address) {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private Access serve(Path keyStore) throws Exception {
    return serve(keyStore, InetAddress.getLoopbackAddress(), "127.0.0.1");
  }

  private Access serve(Path keyStore, InetAddress address, String host) throws Exception {
    HttpsServer secure = HttpsServer.create(new InetSocketAddress(address, 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(TestAuthority.server(keyStore)));
    secure.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    secure.start();
    server = secure;
    return Access.to("https://" + host + ":" + secure.getAddress().getPort());
  }

  private static int ask(Access access) throws IOException {
    try (RestClient client = access.open()) {
      return client.performRequest(new Request("GET", "/")).getStatusLine().getStatusCode();
    }
  }

  private static void assertRefused(Access access, String sentence) {
    IOException e = assertThrows(IOException.class, () -> ask(access));

    String reason = Trust.refusal(e).orElseThrow(() -> new AssertionError("may pass", e));
    assertTrue(reason.contains(sentence), reason);
    assertEquals(1, reason.lines().count(), reason);
  }
}
