package io.dateline.gazetteer;

import io.dateline.table.ListFile;
import io.dateline.table.PackReader;
import io.dateline.table.PackWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What every UTF-16 code unit folds to.
 *
 * <p>Working it out from Unicode's data takes 150 ms of a start, so the build does it once and puts
 * it in the jar; it also means that a newer JDK's Unicode reads names as the index has them.
 *
 * <p>Public for the build, which packs it.
 */
public final class FoldingTable {

  /** Where the build puts the table. */
  public static final String RESOURCE = "folding.pack";

  static final char FIRST_EXPANSION = 0xE000;
  static final char LAST_EXPANSION = 0xF8FF;

  private static final int UNITS = 1 << 16;
  private static final char PRIVATE_USE = '\uFFFC';

  private static final String APOSTROPHES = "'`\u00B4\u2018\u2019\u201B\u2032\uFF07\u05F3\u05F4";
  private static final String DOTS = ".\u00B7\u2024\u2027\u30FB\uFF65\uFF0E\u0387";

  /** Pairs: a letter that Unicode does not decompose, and the plain one that stands for it. */
  private static final String PLAIN =
      "łløođdðdħhıiĸkŀlŋnƀbɓbƈcɗdɖdəaǝaɛeƒfɠgɣgɨiƙkɲnɵoɔoʃsʈtʊuƴyƶzȼcɇeɉjɍrɏyӏі";

  private final char[] table;
  private final List<String> expansions;

  private FoldingTable(char[] table, List<String> expansions) {
    this.table = table;
    this.expansions = expansions;
  }

  /** By code unit; not to be written. */
  char[] units() {
    return table;
  }

  String expansion(char looked) {
    return expansions.get(looked - FIRST_EXPANSION);
  }

  /** The table in the jar; worked out where the build has not yet put one there. */
  static FoldingTable load() {
    PackReader in = PackReader.open(FoldingTable.class, RESOURCE);
    return in == null ? compute() : new FoldingTable(in.letters(), List.of(in.words()));
  }

  /** Packs it; {@link #load} reads it. */
  public byte[] toBytes() {
    PackWriter out = new PackWriter();
    out.letters(table);
    out.words(expansions.toArray(String[]::new));
    return out.toBytes();
  }

  /** Works the table out from the JDK's Unicode data. */
  public static FoldingTable compute() {
    char[] table = new char[UNITS];
    List<String> expansions = new ArrayList<>();
    for (int c = 0; c < UNITS; c++) {
      table[c] = identity(c) ? (char) c : entry(foldSlowly((char) c), expansions);
    }
    addHanVariants(table);
    return new FoldingTable(table, expansions);
  }

  /** The big ranges that fold to themselves, but for the variants of Han. */
  private static boolean identity(int c) {
    return (c >= 0x3400 && c <= 0x9FFF) // Han
        || (c >= 0xAC00 && c <= 0xD7A3) // Hangul
        || (c >= 0xD800 && c <= 0xDFFF); // surrogates
  }

  /** "\u9109" is written "\u4E61" across the strait, and gazetteers have one of the two. */
  private static void addHanVariants(char[] table) {
    for (String line : ListFile.lines(FoldingTable.class, "han-variants.txt")) {
      for (String pair : line.split(" ", -1)) {
        table[pair.charAt(0)] = pair.charAt(1);
      }
    }
  }

  private static char entry(String folded, List<String> expansions) {
    if (folded.length() == 1) {
      return folded.charAt(0);
    }
    if (folded.isEmpty()) {
      return NameFolding.DROPPED;
    }
    int known = expansions.indexOf(folded);
    if (known < 0) {
      known = expansions.size();
      expansions.add(folded);
    }
    return (char) (FIRST_EXPANSION + known);
  }

  private static String foldSlowly(char c) {
    if (c >= FIRST_EXPANSION && c <= LAST_EXPANSION) {
      return String.valueOf(PRIVATE_USE);
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '_' || isDash(c)) {
      return " ";
    }
    if (APOSTROPHES.indexOf(c) >= 0 || DOTS.indexOf(c) >= 0 || (c >= 0x02B0 && c <= 0x02FF)) {
      return "";
    }
    int type = Character.getType(c);
    if (type == Character.FORMAT || isLooseMark(c)) {
      return String.valueOf(NameFolding.ATTACHED);
    }
    if (type == Character.CONTROL) {
      return " ";
    }
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return String.valueOf((char) ('0' + Character.digit(c, 10)));
    }
    return foldLetter(c);
  }

  private static boolean isDash(char c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212';
  }

  private static String foldLetter(char c) {
    boolean strips =
        switch (Character.UnicodeScript.of(c)) {
          case LATIN, GREEK, CYRILLIC, ARABIC, HEBREW -> true;
          default -> false;
        };
    Normalizer.Form form = strips ? Normalizer.Form.NFKD : Normalizer.Form.NFKC;
    String spread = Normalizer.normalize(String.valueOf(c), form);
    StringBuilder folded = new StringBuilder();
    for (char part : spread.toLowerCase(Locale.ROOT).toCharArray()) {
      if (!isLooseMark(part)) {
        folded.append(spell(part));
      }
    }
    if (folded.isEmpty() || !Character.isLetterOrDigit(c)) {
      // "…" must not turn into three full stops and vanish
      return folded.length() == 1 ? folded.toString() : String.valueOf(c);
    }
    return folded.toString();
  }

  /** Marks whose absence no reader minds. */
  private static boolean isLooseMark(char c) {
    if (Character.getType(c) != Character.NON_SPACING_MARK) {
      return c == '\u0640'; // tatweel
    }
    return (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x0483 && c <= 0x0487)
        || (c >= 0x0591 && c <= 0x05C7)
        || (c >= 0x0610 && c <= 0x06ED)
        || (c >= 0x08D3 && c <= 0x08FF)
        || (c >= 0x1AB0 && c <= 0x1AFF)
        || (c >= 0x1DC0 && c <= 0x1DFF)
        || (c >= 0x20D0 && c <= 0x20F0)
        || (c >= 0xFE00 && c <= 0xFE2F)
        || ((c & 0x7F) == 0x3C && c >= 0x0900 && c <= 0x0CFF); // nukta
  }

  private static String spell(char c) {
    for (int i = 0; i < PLAIN.length(); i += 2) {
      if (PLAIN.charAt(i) == c) {
        return PLAIN.substring(i + 1, i + 2);
      }
    }
    return switch (c) {
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'þ' -> "th";
      case 'ς' -> "σ";
      case '\u0621' -> ""; // lone hamza
      case '\u0671', '\u0672', '\u0673', '\u0675' -> "\u0627"; // alef forms
      case '\u0649', '\u06CC', '\u06CD', '\u06D0', '\u06D2' -> "\u064A"; // yeh forms
      case '\u0629', '\u06BE', '\u06C1', '\u06C3', '\u06D5' -> "\u0647"; // heh and teh marbuta
      case '\u06A9', '\u06AA' -> "\u0643"; // kaf forms
      default -> String.valueOf(c);
    };
  }
}
