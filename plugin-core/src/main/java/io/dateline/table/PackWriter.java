package io.dateline.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Packs numbers, arrays and words one after the other into the bytes of a file, big-endian, each
 * array behind its length. {@link PackReader} reads them in the same order. For one thread.
 */
public final class PackWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** What was packed. */
  public byte[] toBytes() {
    return out.toByteArray();
  }

  /** Packs a number. */
  public void number(int value) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  /** Packs an array. */
  public void ints(int[] values) {
    number(values.length);
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    out.writeBytes(bytes.array());
  }

  /** Packs an array, to the last bit. */
  public void floats(float[] values) {
    number(values.length);
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    out.writeBytes(bytes.array());
  }

  /** Packs an array. */
  public void longs(long[] values) {
    number(values.length);
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    out.writeBytes(bytes.array());
  }

  /** Packs letters, each a number of its own. */
  public void letters(char[] letters) {
    number(letters.length);
    ByteBuffer bytes = ByteBuffer.allocate(letters.length * Character.BYTES);
    bytes.asCharBuffer().put(letters);
    out.writeBytes(bytes.array());
  }

  /** Packs words. */
  public void words(String[] words) {
    number(words.length);
    for (String word : words) {
      byte[] bytes = word.getBytes(UTF_8);
      number(bytes.length);
      out.writeBytes(bytes);
    }
  }
}
