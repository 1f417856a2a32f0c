package io.dateline.tika.parser;

import io.dateline.capture.HtmlCapture;
import io.dateline.capture.Provenance;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a capture, kept so that the stock parser can have them when the analysis does not
 * want the capture.
 */
final class CaptureBytes {

  /** Characters beyond ASCII; in another encoding so many of UTF-8's do not come by chance. */
  private static final int CERTAIN = 4;

  /** Bytes that follow the first one of a character. One may be chance: "ß»" in Latin 1. */
  private static final int LIKELY = 2;

  private final byte[] bytes;
  private final InputStream rest;
  private final boolean complete;

  private CaptureBytes(byte[] bytes, InputStream rest, boolean complete) {
    this.bytes = bytes;
    this.rest = rest;
    this.complete = complete;
  }

  /** Reads a capture, at most so many bytes of it. Does not close the stream. */
  static CaptureBytes read(InputStream stream, int maxBytes) throws IOException {
    byte[] bytes = stream.readNBytes(maxBytes);
    if (bytes.length < maxBytes) {
      return new CaptureBytes(bytes, InputStream.nullInputStream(), true);
    }
    int next = stream.read();
    return next < 0
        ? new CaptureBytes(bytes, InputStream.nullInputStream(), true)
        : new CaptureBytes(
            bytes,
            new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), stream),
            false);
  }

  /** Whether all of the capture was read. */
  boolean complete() {
    return complete;
  }

  /** How many bytes were read. */
  int length() {
    return bytes.length;
  }

  /** Whether a byte stands more often than so in what was read. */
  boolean hasMoreThan(long most, char wanted) {
    if (bytes.length <= most) {
      return false; // as nearly always, and without a look at them
    }
    int count = 0;
    for (byte one : bytes) {
      if (one == wanted) {
        count++;
      }
    }
    return count > most;
  }

  /**
   * Whether the bytes are certainly UTF-8: beyond ASCII, and without a fault. A page that was saved
   * again often keeps the declaration of the encoding it came in.
   */
  boolean isUtf8() {
    return beyondAscii(false) >= CERTAIN;
  }

  /** Whether the bytes are UTF-8 as far as can be told, when nothing says what else they are. */
  boolean isLikelyUtf8() {
    return beyondAscii(true) >= LIKELY;
  }

  /** Characters beyond ASCII, or the bytes behind the first of each; -1 when it is no UTF-8. */
  private int beyondAscii(boolean followers) {
    int found = 0;
    int i = 0;
    while (i < bytes.length) {
      int following = following(bytes[i]);
      if (following < 0) {
        return -1;
      }
      for (int k = 1; k <= following && i + k < bytes.length; k++) {
        if ((bytes[i + k] & 0xC0) != 0x80) {
          return -1;
        }
      }
      found += followers ? following : Math.min(1, following);
      i += following + 1;
    }
    return found;
  }

  /** How many bytes follow the first one of a character; -1 when none can begin so. */
  private static int following(byte first) {
    int b = first & 0xFF;
    if (b < 0x80) {
      return 0;
    }
    if (b < 0xC2 || b > 0xF4) {
      return -1;
    }
    return b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
  }

  /** The bytes that were read, from their start; supports mark and reset. */
  InputStream head() {
    return new ByteArrayInputStream(bytes);
  }

  /**
   * The whole capture; supports mark and reset. Can be had once when the capture is not complete.
   */
  InputStream whole() {
    return complete ? head() : new BufferedInputStream(new SequenceInputStream(head(), rest));
  }

  /**
   * The page that the bytes are. A byte order mark overrules the charset, as it does in the stock
   * parser.
   */
  HtmlCapture page(Charset charset, Provenance provenance) {
    return HtmlCapture.of(bytes, marked(charset), provenance);
  }

  private Charset marked(Charset declared) {
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(0x00, 0x00, 0xFE, 0xFF) || startsWith(0xFF, 0xFE, 0x00, 0x00)) {
      return Charset.forName("UTF-32"); // takes the mark itself
    }
    if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
      return StandardCharsets.UTF_16; // so does this
    }
    return declared;
  }

  private boolean startsWith(int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** SHA-256 of the bytes in hexadecimal. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
