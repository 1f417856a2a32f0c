package io.dateline.furniture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a list of authors into persons and organisations: {@code "Jane Doe and John Roe, Staff
 * Writers"}. Roles, addresses, handles and places in brackets are dropped.
 */
final class NameReader {

  private static final int MAX_WORDS = 6;

  /** Small words inside a name, folded. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "van",
          "von", "vom", "zu", "zum", "zur", "der", "den", "ter", "ten", "op", "bin", "bint", "ibn",
          "ben", "al", "el", "ul", "ur", "y", "e", "af", "av", "st", "san", "d'", "o", "abu",
          "ould", "jr", "sr", "ii", "iii", "i", "het", "dal", "dalla", "lo", "ap", "mc", "mac",
          "degli", "ait", "ou", "uz", "um");

  /** Letters behind a name. */
  private static final Set<String> DEGREES =
      Set.of(
          "phd", "md", "ms", "rd", "ma", "mba", "rn", "jd", "esq", "cfp", "cfa", "cpa", "dr", "bsc",
          "msc", "mph", "np", "dds", "dvm", "pharmd", "ba", "bs", "cpt", "facog", "fand", "rdn",
          "ldn", "lcsw", "edd", "psyd", "do", "facc", "facs", "obe", "mbe", "cbe");

  private static final Lexicon LEXICON = Lexicon.get();

  /**
   * @param whole whether every part was a name, an organisation, or something that goes with one
   */
  record Names(List<String> persons, List<String> organisations, boolean whole) {}

  private NameReader() {}

  static Names read(String text) {
    List<String> persons = new ArrayList<>();
    List<String> organisations = new ArrayList<>();
    boolean whole = true;
    for (String part : parts(withoutAddresses(text))) {
      String name = trimmed(part);
      if (name.isEmpty()) {
        continue;
      }
      Tokens tokens = Tokens.of(name);
      if (isRole(tokens) || isDegree(tokens)) {
        continue;
      }
      if (isOrganisation(tokens)) {
        organisations.add(name);
      } else if (isPerson(name, tokens)) {
        if (!persons.contains(name)) {
          persons.add(name);
        }
      } else {
        whole = false;
      }
    }
    return new Names(persons, organisations, whole);
  }

  /** Blanks out brackets, e-mail addresses, handles and links. */
  static String withoutAddresses(String text) {
    boolean any = false;
    for (int i = 0; i < text.length() && !any; i++) {
      any =
          switch (text.charAt(i)) {
            case '(', '[', '<', '（', '@', ':' -> true;
            case 'w' -> text.startsWith("www", i);
            default -> false;
          };
    }
    if (!any) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int depth = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '<' || c == '（') {
        depth++;
        out.append('|');
      } else if ((c == ')' || c == ']' || c == '>' || c == '）') && depth > 0) {
        depth--;
      } else if (depth == 0) {
        int end = i;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        boolean start = i == 0 || Character.isWhitespace(text.charAt(i - 1));
        if (start && isAddress(text.substring(i, end))) {
          out.append('|');
          i = end;
          continue;
        }
        out.append(c);
      }
      i++;
    }
    return out.toString();
  }

  private static boolean isAddress(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return word.indexOf('@') >= 0 || lower.startsWith("http") || lower.startsWith("www.");
  }

  /** Cuts at commas, slashes, bullets and the languages' words for "and". */
  private static List<String> parts(String text) {
    Tokens tokens = Tokens.of(text);
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Tokens.Token token = tokens.at(i);
      boolean spaced =
          token.start() > 0
              && token.end() < text.length()
              && Character.isWhitespace(text.charAt(token.start() - 1))
              && Character.isWhitespace(text.charAt(token.end()));
      int and = token.kind() == Tokens.Kind.WORD && spaced ? LEXICON.length(tokens, i, Cue.AND) : 0;
      boolean cut =
          token.isAnyOf(",;/|&+•·、:▪●") || (token.is('-') && spaced) || token.folded().equals("&");
      if (and > 0 && !isParticle(tokens, i)) {
        parts.add(text.substring(from, token.start()));
        i += and - 1;
        from = tokens.at(i).end();
      } else if (cut) {
        parts.add(text.substring(from, token.start()));
        from = token.end();
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** "Ortega y Gasset": an "and" of one letter between two single capitalised words is a name. */
  private static boolean isParticle(Tokens tokens, int i) {
    return tokens.at(i).length() == 1
        && (tokens.size() <= 4 && tokens.isWord(i - 1) && tokens.isWord(i + 1))
        && tokens.size() <= 4
        && i == tokens.size() - 2
        && i >= 2;
  }

  private static String trimmed(String part) {
    String name = part.strip();
    int from = 0;
    int to = name.length();
    while (from < to && !Character.isLetterOrDigit(name.codePointAt(from))) {
      from++;
    }
    while (to > from
        && !Character.isLetterOrDigit(name.charAt(to - 1))
        && !isMark(name.charAt(to - 1))
        && !(name.charAt(to - 1) == '.' && endsWithInitial(name, to))) {
      to--;
    }
    name = name.substring(from, to);
    Tokens tokens = Tokens.of(name);
    int by = LEXICON.length(tokens, 0, Cue.BY);
    if (by > 0 && by < tokens.size() && !tokens.at(0).folded().equals("de")) {
      return name.substring(tokens.at(by).start());
    }
    for (int i = 1; i < tokens.size(); i++) { // 山田太郎記者, 홍길동 기자
      int after = LEXICON.length(tokens, i, Cue.BY_AFTER);
      if (after > 0 && i + after == tokens.size()) {
        return name.substring(0, tokens.at(i).start()).strip();
      }
    }
    return name;
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean endsWithInitial(String name, int to) {
    return to >= 2
        && Character.isUpperCase(name.charAt(to - 2))
        && (to == 2 || !Character.isLetter(name.charAt(to - 3)));
  }

  private static boolean isRole(Tokens tokens) {
    int i = 0;
    boolean role = false;
    while (i < tokens.size()) {
      int length = LEXICON.length(tokens, i, Cue.ROLE);
      role |= length > 0;
      if (length == 0) {
        String word = tokens.at(i).folded();
        boolean lower =
            tokens.isWord(i)
                && Character.isLowerCase(tokens.text().codePointAt(tokens.at(i).start()));
        if (!lower && tokens.isWord(i) && !role && !word.equals("the")) {
          return endsWithRole(tokens);
        }
        length = 1;
      }
      i += length;
    }
    return role;
  }

  /** "Senior Political Correspondent", "Climate Reporter". */
  private static boolean endsWithRole(Tokens tokens) {
    for (int i = Math.max(1, tokens.size() - 3); i < tokens.size(); i++) {
      int length = LEXICON.length(tokens, i, Cue.ROLE);
      if (length > 0 && i + length == tokens.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDegree(Tokens tokens) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i)) {
        if (DEGREES.contains(tokens.at(i).folded())) {
          continue;
        }
        letters.append(tokens.at(i).folded());
      }
    }
    return letters.length() == 0 || DEGREES.contains(letters.toString());
  }

  private static boolean isOrganisation(Tokens tokens) {
    if (Agencies.whole(tokens) != null) {
      return true;
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i) && LEXICON.is(tokens, i, Cue.ORG)) {
        // an ideograph of an organisation's word may be part of a person's name
        boolean ideograph =
            Character.isIdeographic(tokens.text().codePointAt(tokens.at(i).start()));
        if (!ideograph || tokens.size() > 4) {
          return true;
        }
      }
    }
    String text = tokens.text();
    int dot = text.lastIndexOf('.');
    return dot > 0
        && dot + 2 < text.length()
        && text.indexOf(' ') < 0
        && Character.isLetter(text.charAt(dot + 1))
        && !Character.isUpperCase(text.charAt(dot + 1)); // example.com
  }

  /** Two to four words, each with a capital where the script has any, no label, no organisation. */
  static boolean isFullName(String text) {
    Tokens tokens = Tokens.of(text);
    int words = 0;
    boolean upper = true;
    for (int i = 0; i < tokens.size(); i++) {
      Tokens.Token token = tokens.at(i);
      if (token.kind() == Tokens.Kind.MARK && !token.isAnyOf(".-'’")) {
        return false;
      }
      if (token.kind() == Tokens.Kind.WORD) {
        int first = text.codePointAt(token.start());
        if (Character.isIdeographic(first)
            || (!Character.isUpperCase(first)
                && !PARTICLES.contains(token.folded())
                && isCased(first))) {
          return false;
        }
        words++;
        upper &=
            text.substring(token.start(), token.end())
                .equals(text.substring(token.start(), token.end()).toUpperCase(Locale.ROOT));
        boolean label =
            LEXICON.is(tokens, i, Cue.SECTION)
                || LEXICON.is(tokens, i, Cue.HOME)
                || LEXICON.is(tokens, i, Cue.ROLE)
                || LEXICON.is(tokens, i, Cue.MONTH)
                || LEXICON.is(tokens, i, Cue.UPDATED)
                || LEXICON.is(tokens, i, Cue.PUBLISHED)
                || LEXICON.is(tokens, i, Cue.PHOTO);
        if (label && token.length() > 2) {
          return false;
        }
      }
    }
    boolean cased = !text.isEmpty() && isCased(text.codePointAt(0));
    return words >= 2
        && words <= 4
        && !(cased && upper)
        && (cased || words <= 3)
        && !isOrganisation(tokens)
        && isPerson(text, tokens);
  }

  private static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c);
  }

  static boolean isPerson(String name, Tokens tokens) {
    int words = 0;
    int capitals = 0;
    int ideographs = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Tokens.Token token = tokens.at(i);
      if (token.kind() == Tokens.Kind.NUMBER) {
        return false;
      }
      if (token.kind() == Tokens.Kind.MARK) {
        if (!token.isAnyOf(".-'’·・\"“”`")) {
          return false;
        }
        continue;
      }
      int first = name.codePointAt(token.start());
      if (Character.isIdeographic(first)) {
        ideographs++;
        continue;
      }
      words++;
      boolean cased = Character.isUpperCase(first) || Character.isLowerCase(first);
      if (Character.isUpperCase(first) || !cased || Character.isTitleCase(first)) {
        capitals++;
      } else if (!PARTICLES.contains(token.folded()) && !afterApostrophe(name, token)) {
        return false;
      }
      if (LEXICON.is(tokens, i, Cue.WEEKDAY) && token.length() > 4) {
        return false;
      }
      if (tokens.size() > 1) {
        boolean label = words == 1 && token.length() > 1 && LEXICON.is(tokens, i, Cue.NOT_PLACE);
        if (label && !PARTICLES.contains(token.folded())) {
          return false;
        }
      }
    }
    if (ideographs > 0) {
      return ideographs >= 2 && ideographs <= 6 && words == 0;
    }
    return capitals >= 1 && words <= MAX_WORDS && name.length() >= 3;
  }

  private static boolean afterApostrophe(String name, Tokens.Token token) {
    return token.start() > 0 && "'’-".indexOf(name.charAt(token.start() - 1)) >= 0;
  }
}
