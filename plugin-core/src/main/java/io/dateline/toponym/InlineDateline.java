package io.dateline.toponym;

import io.dateline.toponym.Tokens.Shape;
import java.util.List;

/** Finds the dateline that a text begins with: "BEIRUT/MOSCOW: ...", "Cairo (AFP) - ...". */
final class InlineDateline {

  /** A dateline ends within so many code units. */
  private static final int LONGEST = 60;

  private InlineDateline() {}

  /** Notes {@link Cue#DATELINE} on the sightings in it. */
  static void mark(Tokens tokens, List<Sighting> sightings) {
    int end = end(tokens);
    for (Sighting sighting : sightings) {
      if (sighting.end > end) {
        return;
      }
      sighting.addIf(!sighting.associative, Cue.DATELINE);
    }
  }

  /** Where the dateline ends; 0 if there is none. */
  private static int end(Tokens tokens) {
    String text = tokens.text;
    for (int i = 0; i + 1 < tokens.size() && tokens.end(i) < LONGEST; i++) {
      if (!tokens.isUpperInitial(i) && tokens.shape(i) != Shape.NUMBER) {
        return 0;
      }
      String between = text.substring(tokens.end(i), tokens.start(i + 1));
      boolean dash =
          between.indexOf('—') >= 0 || between.indexOf('–') >= 0 || between.contains(" - ");
      boolean colon = between.startsWith(":") && tokens.shape(i) == Shape.UPPER;
      boolean agency = between.equals(" (") && tokens.shape(i + 1) == Shape.UPPER;
      if (dash || colon || agency) {
        return tokens.end(i);
      }
    }
    return 0;
  }
}
