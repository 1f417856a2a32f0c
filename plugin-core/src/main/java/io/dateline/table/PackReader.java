package io.dateline.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PackWriter} has packed, in the order in which it was. The files come with the
 * code that reads them, so one that does not fit is a build gone wrong and ends in a {@link
 * RuntimeException}. For one thread.
 */
public final class PackReader {

  private final ByteBuffer in;

  /** Reads these bytes. */
  public PackReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  /** The file of this name beside a class; null where the build has not yet put one there. */
  public static @Nullable PackReader open(Class<?> owner, String name) {
    try (InputStream file = owner.getResourceAsStream(name)) {
      return file == null ? null : new PackReader(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** The number that is next. */
  public int number() {
    return in.getInt();
  }

  /** The array that is next. */
  public int[] ints() {
    int[] values = new int[number()];
    in.asIntBuffer().get(values);
    skip(values.length * Integer.BYTES);
    return values;
  }

  /** The array that is next. */
  public float[] floats() {
    float[] values = new float[number()];
    in.asFloatBuffer().get(values);
    skip(values.length * Float.BYTES);
    return values;
  }

  /** The array that is next. */
  public long[] longs() {
    long[] values = new long[number()];
    in.asLongBuffer().get(values);
    skip(values.length * Long.BYTES);
    return values;
  }

  /** The letters that are next. */
  public char[] letters() {
    char[] letters = new char[number()];
    in.asCharBuffer().get(letters);
    skip(letters.length * Character.BYTES);
    return letters;
  }

  /** The words that are next. */
  public String[] words() {
    String[] words = new String[number()];
    for (int i = 0; i < words.length; i++) {
      int length = number();
      words[i] = new String(in.array(), in.position(), length, UTF_8);
      skip(length);
    }
    return words;
  }

  private void skip(int bytes) {
    in.position(in.position() + bytes);
  }
}
