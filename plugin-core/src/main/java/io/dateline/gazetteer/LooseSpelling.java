package io.dateline.gazetteer;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What stays the same in a romanised Arabic, Persian or Urdu name however it is spelt: Deir ez-Zor,
 * Dayr az Zawr and Deir Ezzor have one frame.
 *
 * <p>The article goes in all its assimilated forms, also when written together with its noun; kh,
 * sh and the like are one letter, q is k, doubled letters single. Of a run of vowels stays {@code
 * u} if it holds o, u or w, else {@code i} if it holds i or y, else nothing; a final -a, -ah or -eh
 * goes. A lone e stands for a as often as for i, so a name that holds one has two frames.
 */
public final class LooseSpelling {

  /** Frames with fewer consonants belong to too many names. */
  private static final int FEWEST_CONSONANTS = 3;

  /** One bit a letter. */
  private static final int VOWELS =
      "aeiouwy".chars().map(letter -> 1 << (letter - 'a')).reduce(0, (some, one) -> some | one);

  /** What a lone e may stand for. */
  private static final char[] BOTH = {'a', 'i'};

  private static final char[] ANY = {'a'};

  private LooseSpelling() {}

  /** The frames of a folded name; none for a short one or one that is not in Latin letters. */
  public static Set<String> frames(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c != ' ' && (c < 'a' || c > 'z')) {
        return Set.of();
      }
    }
    Set<String> frames = new LinkedHashSet<>();
    String[] words = folded.split(" ", -1);
    for (char loneE : folded.indexOf('e') < 0 ? ANY : BOTH) {
      StringBuilder frame = new StringBuilder();
      for (int i = 0; i < words.length; i++) {
        boolean article = i + 1 < words.length && isArticle(words[i], words[i + 1]);
        if (!article) {
          addWord(frame, withoutArticle(words[i]), loneE);
        }
      }
      if (consonants(frame) >= FEWEST_CONSONANTS) {
        frames.add(frame.toString());
      }
    }
    return frames;
  }

  private static int consonants(StringBuilder frame) {
    int consonants = 0;
    for (int i = 0; i < frame.length(); i++) {
      if (!isVowel(frame.charAt(i))) {
        consonants++;
      }
    }
    return consonants;
  }

  /** {@code al}, or a vowel and the noun's first consonant: {@code ez zor}, {@code ash sham}. */
  private static boolean isArticle(String word, String noun) {
    if (word.length() < 2 || word.length() > 3 || "aeiu".indexOf(word.charAt(0)) < 0) {
      return false;
    }
    return (word.length() == 2 && word.charAt(1) == 'l') || noun.startsWith(word.substring(1));
  }

  private static String withoutArticle(String word) {
    if (word.length() < 5 || "aei".indexOf(word.charAt(0)) < 0 || isVowel(word.charAt(1))) {
      return word;
    }
    boolean assimilated = word.charAt(1) == word.charAt(2);
    boolean digraph = word.length() > 5 && word.startsWith(word.substring(1, 3), 3);
    boolean plain = word.charAt(1) == 'l' && !isVowel(word.charAt(2));
    return digraph ? word.substring(3) : assimilated || plain ? word.substring(2) : word;
  }

  private static void addWord(StringBuilder frame, String word, char loneE) {
    int start = frame.length();
    int i = 0;
    while (i < word.length()) {
      char c = word.charAt(i);
      if (isVowel(c)) {
        int end = i + 1;
        while (end < word.length() && isVowel(word.charAt(end))) {
          end++;
        }
        addVowels(frame, word, i, end, loneE);
        i = end;
        if (i == word.length() - 1 && word.charAt(i) == 'h') {
          i++; // -ah, -eh
        }
        continue;
      }
      boolean digraph = i + 1 < word.length() && word.charAt(i + 1) == 'h';
      char letter = digraph ? digraph(c) : consonant(c, word, i);
      if (letter != 0 && (frame.length() == start || last(frame) != letter)) {
        frame.append(letter);
      }
      i += digraph ? 2 : 1;
    }
  }

  private static void addVowels(StringBuilder frame, String word, int from, int to, char loneE) {
    boolean back = false; // o, u or w
    boolean front = false; // i or y
    boolean frontAfterBack = false;
    for (int i = from; i < to; i++) {
      switch (word.charAt(i)) {
        case 'o', 'u', 'w' -> back = true;
        case 'i', 'y' -> {
          front = true;
          frontAfterBack |= back;
        }
        default -> {
          // a and e say nothing beside others
        }
      }
    }
    boolean lone = to - from == 1 && word.charAt(from) == 'e';
    if (back) {
      frame.append('u');
      if (frontAfterBack) {
        frame.append('i'); // Suwayda, Sweida
      }
    } else if (front || (lone && loneE == 'i')) {
      frame.append('i');
    } else if (from == 0) {
      frame.append('a');
    }
  }

  private static char digraph(char first) {
    return switch (first) {
      case 'k' -> 'x';
      case 's', 'c' -> 'S';
      case 'p' -> 'f';
      default -> first; // gh, dh, th, zh, and h after a syllable
    };
  }

  private static char consonant(char c, String word, int at) {
    return switch (c) {
      case 'q', 'c' -> 'k';
      case 'd' -> at + 1 < word.length() && word.charAt(at + 1) == 'j' ? 0 : 'd'; // Djebel
      case 't' -> word.startsWith("tch", at) ? 0 : 't';
      case 'v' -> 'u';
      default -> c;
    };
  }

  private static char last(StringBuilder frame) {
    return frame.charAt(frame.length() - 1);
  }

  private static boolean isVowel(char c) {
    return c >= 'a' && c <= 'z' && (VOWELS >>> (c - 'a') & 1) != 0;
  }
}
