package io.dateline.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes the site's name off a title: {@code "Bridge opens | Harbour Times"}. A part is the site's
 * when it is the name the page gives its site or publisher, when the host is called so, or when the
 * rest of the title stands alone in another claim or in the heading.
 */
final class TitleTrimmer {

  private static final String SEPARATORS = "|-–—·•:»«›*~/｜：";

  private static final char SOFT_HYPHEN = '\u00AD';

  /** The first combining mark. */
  private static final char FIRST_MARK = '\u0300';

  private final Set<String> sites = new HashSet<>();
  private final String host;

  TitleTrimmer(List<String> siteNames, String host) {
    for (String name : siteNames) {
      String words = words(name);
      if (!words.isEmpty()) {
        sites.add(words);
      }
    }
    this.host = host;
  }

  /**
   * @param others titles from elsewhere on the page
   */
  String trim(String title, List<String> others) {
    Set<String> known = new HashSet<>();
    for (String other : others) {
      if (!other.equals(title)) {
        known.add(words(other));
      }
    }
    String rest = title;
    for (int round = 0; round < 4; round++) {
      String shorter = once(rest, known);
      if (shorter.equals(rest)) {
        break;
      }
      rest = shorter;
    }
    return rest;
  }

  private String once(String title, Set<String> known) {
    List<int[]> cuts = cuts(title);
    for (int i = cuts.size() - 1; i >= 0; i--) {
      String head = title.substring(0, cuts.get(i)[0]).strip();
      String headWords = words(head);
      if (known.contains(headWords) && countWords(headWords) >= 2) {
        return head;
      }
    }
    if (!cuts.isEmpty()) {
      int[] last = cuts.get(cuts.size() - 1);
      if (isSite(title.substring(last[1]).strip()) && last[0] > 0) {
        return title.substring(0, last[0]).strip();
      }
      int[] first = cuts.get(0);
      String tail = title.substring(first[1]).strip();
      if (isSite(title.substring(0, first[0]).strip()) && countWords(words(tail)) >= 3) {
        return tail;
      }
    }
    return title;
  }

  /** Where a separator with white space around it stands; a bar and full-width marks need none. */
  private static List<int[]> cuts(String title) {
    List<int[]> cuts = new ArrayList<>();
    for (int i = 1; i < title.length() - 1; i++) {
      char c = title.charAt(i);
      if (SEPARATORS.indexOf(c) < 0) {
        continue;
      }
      boolean before = Character.isWhitespace(title.charAt(i - 1));
      boolean after = Character.isWhitespace(title.charAt(i + 1));
      boolean alone = c == '|' || c == '｜' || c == '：';
      if ((before && after) || alone) {
        cuts.add(new int[] {i, i + 1});
      }
    }
    return cuts;
  }

  boolean isSite(String part) {
    String words = words(part);
    if (words.isEmpty() || sites.contains(words)) {
      return true;
    }
    for (String site : sites) {
      boolean inside = site.length() > 3 && words.contains(site);
      if (inside && words.length() - site.length() < 12) {
        return true; // "Harbour Times Online"
      }
    }
    String letters = words.replace(" ", "");
    if (letters.length() > 3 && host.length() > 3) {
      if (host.contains(letters) || letters.contains(host)) {
        return true;
      }
    }
    int dot = part.lastIndexOf('.');
    boolean domain = dot > 0 && part.indexOf(' ') < 0 && part.length() - dot - 1 <= 4;
    return domain && part.substring(dot + 1).chars().allMatch(Character::isLetter);
  }

  /** Whether a name is the site's name and more: "Harbour Times Sports". */
  boolean extendsSite(String name) {
    String padded = " " + words(name) + " ";
    return sites.stream()
        .anyMatch(
            site ->
                site.length() >= 3
                    && padded.length() > site.length() + 2
                    && padded.contains(" " + site + " "));
  }

  /** Letters and digits in lower case, single spaces. */
  static String words(String text) {
    char[] from = text.toCharArray();
    for (char c : from) {
      if (c == 'Σ' || c == 'İ' || Character.isSurrogate(c)) {
        from = lower(text).toCharArray();
        break;
      }
    }
    char[] words = new char[from.length];
    int length = 0;
    boolean gap = false;
    for (char c : from) {
      if (isWordPart(c)) {
        if (gap && length > 0) {
          words[length++] = ' ';
        }
        gap = false;
        words[length++] = Character.toLowerCase(c);
      } else {
        gap |= c != SOFT_HYPHEN; // which is no break
      }
    }
    return new String(words, 0, length);
  }

  /** Of a text with letters whose small form hangs on the neighbours or is two characters. */
  private static String lower(String text) {
    // the JDK copies the whole text for each character that grows, and only this one does
    return text.replace("İ", "i\u0307").toLowerCase(Locale.ROOT);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c)
        || (c >= FIRST_MARK
            && (Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.isSurrogate(c)));
  }

  static int countWords(String words) {
    int count = words.isEmpty() ? 0 : 1;
    for (int i = 0; i < words.length(); i++) {
      count += words.charAt(i) == ' ' ? 1 : 0;
      count += Character.isIdeographic(words.charAt(i)) ? 1 : 0;
    }
    return count;
  }

  /** Share of the shorter title's words that the other has, too. */
  static double overlap(String a, String b) {
    Set<String> left = new HashSet<>(List.of(words(a).split(" ", -1)));
    Set<String> right = new HashSet<>(List.of(words(b).split(" ", -1)));
    int smaller = Math.min(left.size(), right.size());
    left.retainAll(right);
    return smaller == 0 ? 0 : (double) left.size() / smaller;
  }
}
