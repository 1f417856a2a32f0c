package io.dateline.toponym;

import io.dateline.gazetteer.FoldedText;
import io.dateline.gazetteer.NameIndex;
import io.dateline.toponym.Tokens.Shape;
import java.util.List;

/**
 * Finds names in a run of a script without spaces: the longest match from each letter on, for the
 * words in a run cannot be told apart before.
 */
final class UnspacedRun {

  private static final String PARTING = "・·･＝゠";

  private UnspacedRun() {}

  /**
   * Adds the names in a run.
   *
   * @param unit the run's first unit
   * @param token the run
   * @return the next word to look at
   */
  static int findAll(
      FoldedText folded,
      int unit,
      Tokens tokens,
      int token,
      NameIndex names,
      Admission admission,
      List<Sighting> found) {
    int last = lastOf(tokens, token);
    int end = tokens.end(last);
    int at = unit;
    while (at < folded.length() && folded.start(at) < end) {
      int state = names.start();
      int stop = -1;
      int entry = -1;
      for (int i = at; i < folded.length() && folded.start(i) < end; i++) {
        state = names.next(state, folded.charAt(i));
        if (state < 0) {
          break;
        }
        int here = names.entry(state);
        if (here >= 0 && (i > at || admission.isCountry(here))) {
          stop = i;
          entry = here;
        }
      }
      if (stop < 0 || betterBegins(folded, at, stop, end, entry, names, admission)) {
        at++;
      } else {
        boolean demonym = admission.isDemonym(entry);
        boolean kind = !demonym && UnspacedWords.isKind(tokens.text, folded.end(stop), end);
        if (kind && !admission.isCountry(entry)) {
          stop++;
        }
        Sighting sighting =
            new Sighting(
                folded.start(at),
                folded.end(stop),
                token,
                token,
                entry,
                demonym ? NameTypes.DEMONYM : NameTypes.ALL,
                demonym,
                false,
                true);
        UnspacedWords.inspect(tokens.text, sighting, kind);
        found.add(sighting);
        at = stop + 1;
      }
    }
    return last + 1;
  }

  /**
   * Whether a country's name, which more readers know, begins inside the match and ends behind it:
   * in "和日本" stands Japan, not the township of Heri.
   */
  private static boolean betterBegins(
      FoldedText folded,
      int at,
      int stop,
      int end,
      int entry,
      NameIndex names,
      Admission admission) {
    if (stop > at + 1 || admission.isCountry(entry)) {
      return false; // longer names are hardly there by chance
    }
    int state = names.start();
    for (int i = stop; i < folded.length() && folded.start(i) < end; i++) {
      state = names.next(state, folded.charAt(i));
      if (state < 0) {
        return false;
      }
      int here = names.entry(state);
      if (i > stop && here >= 0 && admission.isCountry(here)) {
        return true;
      }
    }
    return false;
  }

  /** A dot or a double hyphen parts the words of a foreign name. */
  private static int lastOf(Tokens tokens, int first) {
    int last = first;
    while (last + 1 < tokens.size()
        && tokens.shape(last + 1) == Shape.UNSPACED
        && tokens.start(last + 1) - tokens.end(last) == 1
        && PARTING.indexOf(tokens.text.charAt(tokens.end(last))) >= 0) {
      last++;
    }
    return last;
  }
}
