package io.dateline.tika.connector.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose signature on a node's certificate is believed. The name in the certificate must be the
 * address's in either case.
 *
 * <p>The Java client has contexts of its own that are not used: the one for fingerprints compares
 * the last certificate and lets whoever sends a copy of it pass, whatever stands before it, and the
 * one for files reads only the first certificate.
 */
public final class Trust {

  /** What the JDK says of an answer that is no TLS, with "Un" or "un" in front. */
  private static final String NO_TLS = "recognized SSL message";

  private static final String NOT_NOW = "the node's certificate is not valid now: ";

  private static final String NOT_TRUSTED =
      "the node's certificate was not signed by the authority that caFile or caFingerprint"
          + " (--ca-file, --ca-fingerprint) names, or without them by one that Java knows: ";

  private Trust() {}

  /**
   * Why these settings can never be connected with this address, in one sentence; empty when the
   * failure has nothing to do with certificates and may pass.
   */
  public static Optional<String> refusal(IOException failure) {
    List<Throwable> causes =
        Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause).toList();
    return first(causes, SSLPeerUnverifiedException.class)
        .map(said -> "the node's certificate bears another name: " + said)
        .or(() -> first(causes, CertificateExpiredException.class).map(NOT_NOW::concat))
        .or(() -> first(causes, CertificateNotYetValidException.class).map(NOT_NOW::concat))
        .or(() -> first(causes, CertificateException.class).map(NOT_TRUSTED::concat))
        .or(
            () ->
                first(causes, SSLException.class)
                    .filter(said -> said.contains(NO_TLS))
                    .map(said -> "the node does not speak TLS; its address begins with http://"));
  }

  /**
   * A failed request as one sentence.
   *
   * @param who was asked
   */
  public static IOException explained(String who, IOException failure) {
    return new IOException(
        refusal(failure).orElse(who + " cannot be reached: " + failure.getMessage()), failure);
  }

  /** What the first of a kind says. */
  private static Optional<String> first(List<Throwable> causes, Class<? extends Throwable> kind) {
    return causes.stream()
        .filter(kind::isInstance)
        .findFirst()
        .map(cause -> String.valueOf(cause.getMessage()));
  }

  /**
   * Trust in the certificates of a PEM file.
   *
   * @throws IllegalArgumentException if it holds none
   */
  static SSLContext inFile(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new CertificateException("no certificate in it");
      }
      return context(anchoredIn(List.copyOf(certificates)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("caFile is not a PEM certificate: " + file, e);
    }
  }

  /** Trust in the authority whose certificate has this SHA-256. */
  static SSLContext inFingerprint(String hex) {
    byte[] sha256 = HexFormat.of().parseHex(hex.replace(":", "").toLowerCase(Locale.ROOT));
    try {
      return context(new Fingerprint(sha256));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no TLS", e);
    }
  }

  private static SSLContext context(X509TrustManager trust) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    return context;
  }

  private static X509TrustManager anchoredIn(List<? extends Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Finds the authority among what the node sends, then checks the chain up to it. */
  private static final class Fingerprint implements X509TrustManager {
    private final byte[] sha256;

    Fingerprint(byte[] sha256) {
      this.sha256 = sha256;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      try {
        for (X509Certificate certificate : chain) {
          byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
          if (MessageDigest.isEqual(sha256, digest)) {
            anchoredIn(List.of(certificate)).checkServerTrusted(chain, authType);
            return;
          }
        }
      } catch (CertificateException e) {
        throw e;
      } catch (IOException | GeneralSecurityException e) {
        throw new CertificateException("the chain could not be checked", e);
      }
      throw new CertificateException("none of the certificates that it sent has this fingerprint");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("nobody connects to us");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
