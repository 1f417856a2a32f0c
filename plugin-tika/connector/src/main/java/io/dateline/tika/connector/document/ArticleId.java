package io.dateline.tika.connector.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that are the same whenever, and from wherever, the same capture is sent. */
final class ArticleId {

  /**
   * Elasticsearch takes ids of 512 bytes; what is left is room for {@code @hash} and {@code
   * #place}.
   */
  static final int MAX_BYTES = 400;

  private static final int HASH_CHARS = 32;

  private ArticleId() {}

  /** The key itself, or its SHA-256 where Elasticsearch would refuse its length. */
  static String ofKey(String key) {
    String whole = WholeCharacters.of(key);
    return whole.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        ? whole
        : "sha256:" + sha256(whole);
  }

  /** An id of its own for each content under one key. */
  static String ofVersion(String id, String contentHash) {
    return id + "@" + contentHash.substring(0, Math.min(HASH_CHARS, contentHash.length()));
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
