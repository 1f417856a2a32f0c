package io.dateline.gazetteer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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

  /*
   * A trie in 16-bit units, its single-child paths written out as plain text, children after their
   * parent. A state is the index of a unit. A unit outside the private use area is the only way on,
   * to the next unit; units within it head a final or branching node (see Trie in the build
   * package's TrieWriter, which writes this). A trie rather than a minimal automaton: the entry lies
   * in the node, so a state is one number, and it can be written from a sorted stream of any length.
   */
  public static final int LEAF = 0xE000;
  public static final int FINAL = 0xE001;
  public static final int SORTED_SHORT = 0xE100;
  public static final int SORTED_LONG = 0xE500;
  public static final int DENSE_SHORT = 0xE900;
  public static final int DENSE_LONG = 0xED00;
  public static final int HUGE = 0xF100;
  public static final int MAX_COUNT = 0x3FF;

  public static final int TYPE_BITS = 5;
  public static final int MANY = 1 << 30;

  /** In the count of a list: every candidate has a second and third int, its languages. */
  public static final int WITH_LANGUAGES = 1 << 31;

  public static final int LETTER_BITS = 5;
  public static final int LANGUAGE_BITS = 3 * LETTER_BITS;
  public static final int MAX_LANGUAGES = 4;

  private final ByteBuffer trie;
  private final ByteBuffer postings;
  private final int[] first = new int[1 << 16];

  NameIndex(ByteBuffer trie, ByteBuffer postings) {
    this.trie = trie;
    this.postings = postings;
    Arrays.fill(first, -1);
    if (trie.limit() > 0) {
      // nine walks in ten end at the root: one array read instead of a search over all scripts
      for (int c = 0; c < first.length; c++) {
        first[c] = step(0, (char) c);
      }
    }
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
    return state == 0 ? first[folded] : step(state, folded);
  }

  /**
   * The names that end here.
   *
   * @return a handle for {@link #count}, {@link #place} and {@link #type}; -1 when no name ends
   *     here
   */
  public int entry(int state) {
    int head = unit(state);
    return head == LEAF || head == FINAL ? unit(state + 1) << 16 | unit(state + 2) : -1;
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
    int state = start();
    for (int i = 0; i < folded.length(); i++) {
      state = next(state, folded.charAt(i));
      if (state < 0) {
        return -1;
      }
    }
    return folded.isEmpty() ? -1 : entry(state);
  }

  /** What a whole name may mean, the better known places first; empty when unknown. */
  public List<Candidate> find(CharSequence name) {
    int entry = entryOf(NameFolding.fold(name));
    if (entry < 0) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < count(entry); i++) {
      candidates.add(new Candidate(place(entry, i), type(entry, i)));
    }
    return candidates;
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

  private int unit(int state) {
    return trie.getChar(state << 1);
  }

  private int step(int from, char label) {
    int state = from;
    int head = unit(state);
    if (head == LEAF) {
      return -1;
    }
    if (head == FINAL) {
      state += 3;
      head = unit(state);
    }
    if (head < LEAF || head > 0xF8FF) {
      return head == label ? state + 1 : -1;
    }
    if (head < SORTED_LONG) {
      int count = head - SORTED_SHORT;
      int at = search(state + 1, count, label);
      return at < 0 ? -1 : state + unit(state + 1 + count + at);
    }
    if (head < DENSE_SHORT) {
      return sortedLong(state, state + 1, head - SORTED_LONG, label);
    }
    if (head == HUGE) {
      return sortedLong(state, state + 3, unit(state + 1) << 16 | unit(state + 2), label);
    }
    int at = label - unit(state + 1);
    if (head < DENSE_LONG) {
      if (at < 0 || at >= head - DENSE_SHORT) {
        return -1;
      }
      int delta = unit(state + 2 + at);
      return delta == 0 ? -1 : state + delta;
    }
    if (at < 0 || at >= head - DENSE_LONG) {
      return -1;
    }
    int delta = unit(state + 2 + 2 * at) << 16 | unit(state + 3 + 2 * at);
    return delta == 0 ? -1 : state + delta;
  }

  private int sortedLong(int node, int labels, int count, char label) {
    int at = search(labels, count, label);
    if (at < 0) {
      return -1;
    }
    int target = labels + count + 2 * at;
    return node + (unit(target) << 16 | unit(target + 1));
  }

  private int search(int labels, int count, char label) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = unit(labels + middle);
      if (found == label) {
        return middle;
      }
      if (found < label) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
