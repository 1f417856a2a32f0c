package io.dateline.toponym;

import java.util.Arrays;

/**
 * The words of a text, as parallel arrays because a document has hundreds of them and the next
 * steps look at each several times.
 *
 * <p>A word is a run of letters, digits and combining marks; hyphens, apostrophes and spaces end
 * it. Initials ("U.S.", "N.Y.") are one word including their full stops. In scripts written without
 * spaces the whole run is one word of shape {@link Shape#UNSPACED}.
 */
final class Tokens {

  /** What the letters of a word look like. */
  enum Shape {
    LOWER,
    /** First letter upper case, at least one letter lower case. */
    CAPITALISED,
    /** Two or more letters, all upper case; or initials. */
    UPPER,
    /** One upper-case letter. */
    INITIAL,
    NUMBER,
    /** Letters of a script without case. */
    CASELESS,
    /** A run of a script without case and without spaces. */
    UNSPACED
  }

  /** What stands between a word and the one before it. */
  enum Gap {
    /** One or more blanks within the line. */
    SPACE,
    HYPHEN,
    APOSTROPHE,
    /** A comma and blanks. */
    COMMA,
    SLASH,
    /** An opening bracket, with or without blanks. */
    BRACKET,
    /** A full stop that does not end the sentence ("St. Louis"). */
    DOT,
    /** An opening or closing quotation mark. */
    QUOTE,
    /** Anything else within a sentence. */
    OTHER,
    /** The end of a sentence or paragraph. */
    SENTENCE
  }

  final String text;
  private int size;
  private int[] starts;
  private int[] ends;
  private Shape[] shapes;
  private Gap[] gaps;
  private long[] hashes;
  private long[] classes = new long[0];

  Tokens(String text) {
    this.text = text;
    int expected = Math.max(16, text.length() / 5);
    starts = new int[expected];
    ends = new int[expected];
    shapes = new Shape[expected];
    gaps = new Gap[expected];
    hashes = new long[expected];
  }

  void add(int start, int end, Shape shape, Gap gap, long hash) {
    if (size == starts.length) {
      int larger = size * 2;
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      shapes = Arrays.copyOf(shapes, larger);
      gaps = Arrays.copyOf(gaps, larger);
      hashes = Arrays.copyOf(hashes, larger);
    }
    starts[size] = start;
    ends[size] = end;
    shapes[size] = shape;
    gaps[size] = gap;
    hashes[size] = hash;
    size++;
  }

  /** Looks every word up, once. */
  void classify(Lexicon lexicon) {
    classes = new long[size];
    for (int i = 0; i < size; i++) {
      classes[i] = lexicon.classesOf(hashes[i]);
    }
  }

  int size() {
    return size;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  Shape shape(int token) {
    return shapes[token];
  }

  /** The gap before a word; {@link Gap#SENTENCE} before the first. */
  Gap gap(int token) {
    return token < size ? gaps[token] : Gap.SENTENCE;
  }

  /** A hash of the folded word. */
  long hash(int token) {
    return hashes[token];
  }

  /** Whether the word has this class in the lexicon. False outside the text. */
  boolean is(int token, WordClass wordClass) {
    return token >= 0 && token < size && (classes[token] & wordClass.bit()) != 0;
  }

  /** Whether the word has one of the classes, given as their bits. */
  boolean isAny(int token, long wordClasses) {
    return (classes[token] & wordClasses) != 0;
  }

  boolean isUpperInitial(int token) {
    if (token < 0 || token >= size) {
      return false;
    }
    Shape shape = shapes[token];
    return shape == Shape.CAPITALISED || shape == Shape.UPPER || shape == Shape.INITIAL;
  }

  String word(int token) {
    return text.substring(starts[token], ends[token]);
  }

  /** The word that starts at or after this offset; {@link #size()} if none. */
  int tokenAt(int offset) {
    int found = Arrays.binarySearch(starts, 0, size, offset);
    return found >= 0 ? found : -found - 1;
  }
}
