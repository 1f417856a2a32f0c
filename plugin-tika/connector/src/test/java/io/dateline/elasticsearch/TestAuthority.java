package io.dateline.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority of a test, made with the JDK's keytool and gone with its folder. Used by
 * one thread.
 */
public final class TestAuthority {

  /** Of every key store, and no secret. */
  public static final String PASSWORD = "test-only";

  private static final String NODE = "node.p12";

  private final Path folder;
  private final String name;

  /**
   * Makes the authority's key and certificate.
   *
   * @param folder an empty folder
   * @param name that the certificate bears
   */
  public TestAuthority(Path folder, String name) throws IOException, InterruptedException {
    this.folder = folder;
    this.name = name;
    generate("authority.p12", "CN=" + name, "bc:c");
  }

  /** The certificate as PEM. */
  public Path pem() throws IOException, GeneralSecurityException {
    Path file = folder.resolve("authority.pem");
    byte[] encoded = certificate().getEncoded();
    Files.writeString(
        file,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
            + "\n-----END CERTIFICATE-----\n");
    return file;
  }

  /** SHA-256 of the certificate, in hex with colons as Elasticsearch prints it. */
  public String fingerprint() throws IOException, GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
  }

  /** A client's context that believes this authority. */
  public SSLContext trust() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /**
   * A key store with the key of a node and its certificate, signed by this authority.
   *
   * @param subject what it is for, as {@code ip:127.0.0.1}
   * @param when it begins to be valid and for how many days, as keytool's options
   */
  public Path issue(String subject, String... when)
      throws IOException, InterruptedException, GeneralSecurityException {
    generate(NODE, "CN=node", "san=" + subject);
    keytool(NODE, "-certreq", "-file", path("request"));
    List<String> sign = new ArrayList<>(List.of("-gencert", "-infile", path("request")));
    sign.addAll(List.of("-outfile", path("signed"), "-ext", "san=" + subject));
    sign.addAll(List.of(when));
    keytool("authority.p12", sign.toArray(String[]::new));
    try (InputStream in = Files.newInputStream(folder.resolve("signed"))) {
      return chained(CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
  }

  /**
   * A key store as a swindler would make it, who has the authority's certificate, as everybody has,
   * but not its key: a certificate of his own with the real one behind it.
   */
  public Path forge(String subject)
      throws IOException, InterruptedException, GeneralSecurityException {
    generate(NODE, "CN=" + name, "san=" + subject);
    return chained(load(NODE).getCertificate("key"));
  }

  /** A server's context with such a key store. */
  public static SSLContext server(Path keyStore) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(keyStore), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private Path chained(Certificate node) throws IOException, GeneralSecurityException {
    KeyStore store = load(NODE);
    Key key = store.getKey("key", PASSWORD.toCharArray());
    store.deleteEntry("key");
    store.setKeyEntry("key", key, PASSWORD.toCharArray(), new Certificate[] {node, certificate()});
    Path file = Files.createTempFile(folder, "node-", ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    Files.delete(folder.resolve(NODE));
    return file;
  }

  private Certificate certificate() throws IOException, GeneralSecurityException {
    return load("authority.p12").getCertificate("key");
  }

  private KeyStore load(String file) throws IOException, GeneralSecurityException {
    return load(folder.resolve(file));
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void generate(String store, String subject, String extension)
      throws IOException, InterruptedException {
    keytool(
        store,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-validity",
        "2",
        "-dname",
        subject,
        "-ext",
        extension);
  }

  private void keytool(String store, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-alias", "key", "-keystore", path(store), "-storepass", PASSWORD, "-noprompt"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  private String path(String file) {
    return folder.resolve(file).toString();
  }
}
