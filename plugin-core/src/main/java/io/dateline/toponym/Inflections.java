package io.dateline.toponym;

import io.dateline.gazetteer.FoldedText;
import io.dateline.gazetteer.NameIndex;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds names under their endings: "Kievs", "Galatasaraylı", "в Киеве", "Berliner", "서울에서".
 *
 * <p>An ending is a pair: what the text has behind the stem, and what the name has instead. The
 * stem is walked in the name index once; at each unit the endings of the language that make up the
 * rest of the word are tried. Nothing is generated, so the list of candidates stays short.
 */
final class Inflections {

  /** Languages whose names take endings in running text, in their first words too. */
  private static final Set<String> DECLINING =
      Set.of(
          "be", "bg", "bs", "cs", "el", "et", "fi", "hr", "hu", "lt", "lv", "mk", "pl", "ru", "sk",
          "sl", "sr", "uk");

  /**
   * A name under an ending.
   *
   * @param end where the name ends in the text: before a plain suffix, else behind the word
   */
  record Match(int entry, int end, boolean associative) {}

  private static final Ending[] NONE = {};

  private final NameIndex names;

  Inflections(NameIndex names) {
    this.names = names;
  }

  /**
   * The name of the best-known place; of equals the one with the longest stem.
   *
   * @param wordState the state of the name index before the word
   * @param from the word's first unit
   * @param to behind its last unit
   * @param wordEnd where the word ends in the text
   * @param lowerCase whether the word has no capital, so that only some adjectives may be meant
   * @param fits whether the words may be this name
   * @param adjectives whether this name makes adjectives without a capital
   */
  @Nullable Match match(
      FoldedText folded,
      int wordState,
      int from,
      int to,
      int wordEnd,
      String language,
      boolean lowerCase,
      IntPredicate fits,
      IntPredicate adjectives) {
    if (to - from < 3) {
      return null;
    }
    Ending[][] endings = Ending.of(language, folded.charAt(from));
    if (endings.length == 0) {
      return null;
    }
    Match best = null;
    int state = wordState;
    for (int at = from; at < to; at++) {
      state = names.next(state, folded.charAt(at));
      if (state < 0) {
        break;
      }
      int rest = to - at - 1;
      for (Ending ending : rest < endings.length ? endings[rest] : NONE) {
        if (at + 1 - from < ending.minStem()
            || (lowerCase && !ending.lowerCase())
            || !ending.fills(folded, at + 1, to)) {
          continue;
        }
        int entry = walk(state, ending.nameHas());
        if (entry >= 0 && (ending.lowerCase() ? adjectives.test(entry) : fits.test(entry))) {
          boolean plain = ending.nameHas().isEmpty() && !ending.associative();
          int end = plain ? folded.end(at) : wordEnd;
          if (best == null || names.place(entry, 0) <= names.place(best.entry, 0)) {
            best = new Match(entry, end, ending.associative());
          }
        }
      }
    }
    return best;
  }

  /**
   * Takes the ending off the first word of a longer name: "Novom" of "Novom Sadu" leads to the
   * states behind "novi ".
   */
  void firstWord(FoldedText folded, int from, int to, String language, IntConsumer states) {
    Ending[][] endings = Ending.of(language, folded.charAt(from));
    int state = names.start();
    for (int at = from; at < to; at++) {
      state = names.next(state, folded.charAt(at));
      if (state < 0) {
        return;
      }
      int rest = to - at - 1;
      for (Ending ending : rest < endings.length ? endings[rest] : NONE) {
        if (!ending.associative() && at + 1 - from >= 2 && ending.fills(folded, at + 1, to)) {
          int end = names.follow(state, ending.nameHas());
          int behind = end < 0 ? -1 : names.next(end, ' ');
          if (behind >= 0) {
            states.accept(behind);
          }
        }
      }
    }
  }

  private int walk(int from, String units) {
    int state = names.follow(from, units);
    return state < 0 ? -1 : names.entry(state);
  }

  /** Whether names take endings in running text of the language, in their first words too. */
  static boolean areUsualIn(String language) {
    return DECLINING.contains(language);
  }
}
