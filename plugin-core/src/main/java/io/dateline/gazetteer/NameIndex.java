package io.dateline.gazetteer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * All names of a gazetteer as an automaton over folded units ({@link NameFolding}).
 *
 * <p>Walk it from {@link #start()} with {@link #next} while a text goes on; wherever {@link #entry}
 * is not -1 a name ends, and {@link #place} and {@link #type} list what it may mean, the better
 * known places first. Immutable, safe to share between threads; no call allocates but {@link
 * #find}.
 *
 * <pre>{@code
 * int state = names.start();
 * for (int i = from; i < text.length() && (state = names.next(state, text.charAt(i))) >= 0; i++) {
 *   if (names.entry(state) >= 0) {
 *     longest = i + 1;
 *   }
 * }
 * }</pre>
 */
public final class NameIndex {

  public static final int TYPE_BITS = 5;
  public static final int MANY = 1 << 30;

  /** In the count of a list: every candidate has a second and third int, its languages. */
  public static final int WITH_LANGUAGES = 1 << 31;

  public static final int LETTER_BITS = 5;
  public static final int LANGUAGE_BITS = 3 * LETTER_BITS;
  public static final int MAX_LANGUAGES = 4;

  private final Trie trie;
  private final ByteBuffer postings;

  NameIndex(Trie trie, ByteBuffer postings) {
    this.trie = trie;
    this.postings = postings;
  }

  /** The state before any letter. */
  public int start() {
    return 0;
  }

  /**
   * The state after one more folded unit.
   *
   * @return -1 when no name goes on so
   */
  public int next(int state, char folded) {
    return trie.next(state, folded);
  }

  /**
   * The names that end here.
   *
   * @return a handle for {@link #count}, {@link #place} and {@link #type}; -1 when no name ends
   *     here
   */
  public int entry(int state) {
    return trie.entry(state);
  }

  /** How many candidates an entry has, at least 1. */
  public int count(int entry) {
    return (entry & MANY) == 0 ? 1 : listHead(entry) & ~WITH_LANGUAGES;
  }

  /** The place id of an entry's i-th candidate. */
  public int place(int entry, int i) {
    return posting(entry, i) >>> TYPE_BITS;
  }

  /** What the name is to the i-th candidate. */
  public NameType type(int entry, int i) {
    return NameType.of(posting(entry, i) & ((1 << TYPE_BITS) - 1));
  }

  /**
   * Whether the i-th candidate bears the name in a language: {@code Nga} is Russia in Vietnamese
   * only. Country names and demonyms know their languages; towns bear their names in all.
   *
   * @param language ISO 639 code of two or three letters
   */
  public boolean isIn(int entry, int i, String language) {
    long packed = packedLanguages(entry, i);
    if (packed == 0) {
      return true;
    }
    long wanted = packLanguage(language);
    for (long rest = packed; rest != 0; rest >>>= LANGUAGE_BITS) {
      if ((rest & ((1 << LANGUAGE_BITS) - 1)) == wanted) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the i-th candidate bears the name in this very language. Names that more than {@link
   * #MAX_LANGUAGES} share have none listed; they count as native in all but English, whose speakers
   * would know.
   */
  public boolean isNative(int entry, int i, String language) {
    return packedLanguages(entry, i) == 0 ? !language.equals("en") : isIn(entry, i, language);
  }

  /** The languages in which the i-th candidate bears the name; empty for all or unknown. */
  public List<String> languages(int entry, int i) {
    List<String> languages = new ArrayList<>();
    for (long rest = packedLanguages(entry, i); rest != 0; rest >>>= LANGUAGE_BITS) {
      StringBuilder letters = new StringBuilder();
      for (int shift = 2 * LETTER_BITS; shift >= 0; shift -= LETTER_BITS) {
        int letter = (int) (rest >>> shift) & ((1 << LETTER_BITS) - 1);
        if (letter != 0) {
          letters.append((char) ('a' - 1 + letter));
        }
      }
      languages.add(letters.toString());
    }
    return languages;
  }

  /** Two or three letters in {@link #LANGUAGE_BITS} bits; 0 for anything else. */
  public static long packLanguage(String language) {
    if (language.length() < 2 || language.length() > 3) {
      return 0;
    }
    long packed = 0;
    for (int i = 0; i < language.length(); i++) {
      int letter = language.charAt(i) - 'a' + 1;
      if (letter < 1 || letter > 26) {
        return 0;
      }
      packed = packed << LETTER_BITS | letter;
    }
    return packed;
  }

  /** The entry of a whole name that is folded already; -1 when no place is called so. */
  public int entryOf(CharSequence folded) {
    int state = folded.isEmpty() ? -1 : follow(start(), folded);
    return state < 0 ? -1 : entry(state);
  }

  /** The state behind more folded units; -1 when no name goes on so. */
  public int follow(int from, CharSequence folded) {
    int state = from;
    for (int i = 0; i < folded.length() && state >= 0; i++) {
      state = next(state, folded.charAt(i));
    }
    return state;
  }

  /** What a whole name may mean, the better known places first; empty when unknown. */
  public List<Candidate> find(CharSequence name) {
    return candidates(entryOf(NameFolding.fold(name)));
  }

  /** What an entry may mean, the better known places first; empty for -1. */
  public List<Candidate> candidates(int entry) {
    if (entry < 0) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < count(entry); i++) {
      candidates.add(new Candidate(place(entry, i), type(entry, i)));
    }
    return candidates;
  }

  /** Takes a folded name and its entry. */
  @FunctionalInterface
  public interface Visitor<E extends Exception> {
    void visit(String folded, int entry) throws E;
  }

  /** Shows all names in ascending order of their folded units. */
  public <E extends Exception> void forEach(Visitor<E> visitor) throws E {
    trie.forEach(visitor);
  }

  private int listHead(int entry) {
    return postings.getInt((entry & ~MANY) << 2);
  }

  private int posting(int entry, int i) {
    if ((entry & MANY) == 0) {
      return entry;
    }
    int step = (listHead(entry) & WITH_LANGUAGES) == 0 ? i : 3 * i;
    return postings.getInt(((entry & ~MANY) + 1 + step) << 2);
  }

  private long packedLanguages(int entry, int i) {
    if ((entry & MANY) == 0 || (listHead(entry) & WITH_LANGUAGES) == 0) {
      return 0;
    }
    int at = ((entry & ~MANY) + 2 + 3 * i) << 2;
    return (postings.getInt(at) & 0xFFFFFFFFL) << 32 | (postings.getInt(at + 4) & 0xFFFFFFFFL);
  }
}
