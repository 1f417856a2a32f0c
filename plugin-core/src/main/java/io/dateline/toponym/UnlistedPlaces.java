package io.dateline.toponym;

import io.dateline.Meter;
import io.dateline.gazetteer.GeoPoint;
import io.dateline.toponym.Tokens.Gap;
import io.dateline.toponym.Tokens.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Quarters and villages that the gazetteer lacks, placed where the text says they lie: "the X
 * district of Y", "the village of X near Y", "X, a suburb of Y". They inherit Y's point. A quarter
 * named without its town lies in the town last named. What the phrase says overrules a famous
 * namesake elsewhere.
 */
final class UnlistedPlaces {

  /** A namesake within this distance of the town is the quarter itself. */
  private static final double SAME_TOWN_KM = 60;

  /** So many words may stand between the name and its town: "in the central city of". */
  private static final int REACH = 6;

  private static final int LONGEST_NAME = 3;
  private static final double SURE_TOWN = 0.25;

  /** How sure an inherited point is, against its town's. */
  private static final double INHERITED = 0.75;

  /**
   * A place that the gazetteer lacks.
   *
   * @param spans start and end of each mention, UTF-16 code units
   */
  record Unlisted(String name, Sighting town, double confidence, List<int[]> spans) {}

  private final Tokens tokens;
  private final List<Sighting> sightings;
  private final Lexicon lexicon;
  private final String language;
  private final Meter meter;
  private final List<Unlisted> found = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<Long, List<int[]>> spans = new HashMap<>();
  private @Nullable Sighting[] sightingOfToken = new Sighting[0];
  private @Nullable Sighting[] townUpTo = new Sighting[0];

  UnlistedPlaces(
      Tokens tokens, List<Sighting> sightings, Lexicon lexicon, String language, Meter meter) {
    this.tokens = tokens;
    this.sightings = sightings;
    this.lexicon = lexicon;
    this.language = language;
    this.meter = meter;
  }

  /** All of a text. */
  List<Unlisted> find() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, WordClass.PART_CUE)) {
        spread();
        boolean common = tokens.shape(i) == Shape.LOWER || !language.equals("en");
        if (common && !before(i) && !behind(i)) {
          apposition(i);
        }
      }
    }
    fillSpans();
    return found;
  }

  /** "district of X", and of "X and Z". */
  private boolean behind(int cue) {
    int first = cue + 1;
    while (first <= cue + 2 && isLink(first)) {
      first++;
    }
    int last = nameEnd(first);
    if (last < 0) {
      return false;
    }
    Sighting town = townAfter(last);
    add(first, last, town, cue);
    int second = last + 2;
    if (town == null
        && tokens.gap(last + 1) == Gap.SPACE
        && tokens.is(last + 1, WordClass.FUNCTION)) {
      int secondEnd = nameEnd(second);
      if (secondEnd >= 0) {
        add(second, secondEnd, null, cue);
      }
    }
    return true;
  }

  /** "the X district of Y". */
  private boolean before(int cue) {
    int last = cue - 1;
    int first = last;
    while (first >= 0
        && last - first <= LONGEST_NAME
        && isNameWord(first)
        && tokens.gap(first + 1) == Gap.SPACE) {
      first--;
    }
    first++;
    if (first > last || last - first >= LONGEST_NAME || tokens.shape(cue) != Shape.LOWER) {
      return false;
    }
    Sighting town = townAfter(cue);
    if (town != null) {
      add(first, last, town, cue);
    }
    return town != null;
  }

  /** "X, a village near Y". */
  private void apposition(int cue) {
    int article = cue - 1;
    while (article > 0 && article > cue - 4 && tokens.gap(article) == Gap.SPACE) {
      article--;
    }
    if (article < 1
        || tokens.gap(article) != Gap.COMMA
        || !tokens.is(article, WordClass.FUNCTION)) {
      return;
    }
    int last = article - 1;
    int first = last;
    while (first > 0
        && last - first < LONGEST_NAME
        && isNameWord(first - 1)
        && tokens.gap(first) == Gap.SPACE) {
      first--;
    }
    Sighting town = townAfter(cue);
    if (town != null && isNameWord(last) && last - first < LONGEST_NAME) {
      add(first, last, town, cue);
    }
  }

  private void add(int first, int last, @Nullable Sighting said, int cue) {
    Sighting known = sightingAt(first, last);
    Sighting town = said;
    if (town == null) {
      if (!tokens.is(cue, WordClass.QUARTER_CUE)) {
        return;
      }
      town = townBefore(cue);
    }
    if (town == null || (known != null && known != town && lies(known, town))) {
      return;
    }
    if (!names.add(name(first, last))) {
      return;
    }
    double sure = INHERITED * Confidence.of(town, town.referent.best());
    found.add(
        new Unlisted(
            name(first, last),
            town,
            said == null ? sure * 0.8 : sure,
            spans.computeIfAbsent(key(first, last), name -> new ArrayList<>())));
  }

  private static boolean lies(Sighting known, Sighting town) {
    Reading there = town.referent.best();
    GeoPoint point = new GeoPoint(there.latitude, there.longitude);
    Reading here = known.referent.best();
    return Confidence.of(known, here) >= SURE_TOWN
        && (there.liesIn(here)
            || new GeoPoint(here.latitude, here.longitude).kilometresTo(point) < SAME_TOWN_KM);
  }

  /** Every place in the text where the words of a found name stand: one pass for all names. */
  private void fillSpans() {
    if (spans.isEmpty()) {
      return;
    }
    meter.work(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      long key = 0;
      for (int last = i; last < i + LONGEST_NAME && tokens.isUpperInitial(last); last++) {
        key = key(key, last);
        List<int[]> same = spans.get(key);
        if (same != null) {
          same.add(new int[] {tokens.start(i), tokens.end(last)});
        }
      }
    }
  }

  private long key(int first, int last) {
    long key = 0;
    for (int i = first; i <= last; i++) {
      key = key(key, i);
    }
    return key;
  }

  private long key(long before, int token) {
    return before * 0x9E3779B97F4A7C15L + tokens.hash(token);
  }

  private @Nullable Sighting townAfter(int token) {
    int next = token + 1;
    if (next >= tokens.size() || tokens.gap(next) != Gap.SPACE) {
      return null;
    }
    if (!tokens.is(next, WordClass.OF)
        && !lexicon.isPreposition(tokens.hash(next), language)
        && !tokens.is(next, WordClass.DIRECTION)) {
      return null;
    }
    for (int i = next + 1; i <= next + REACH && i < tokens.size(); i++) {
      Gap gap = tokens.gap(i);
      if (gap != Gap.SPACE && gap != Gap.HYPHEN) {
        return null;
      }
      Sighting sighting = sightingAt(i, i);
      if (sighting != null) {
        return isSureTown(sighting) ? sighting : null;
      }
    }
    return null;
  }

  private @Nullable Sighting townBefore(int token) {
    int low = 0;
    int high = sightings.size();
    while (low < high) { // they stand in text order
      int middle = (low + high) >>> 1;
      if (sightings.get(middle).firstToken < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : townUpTo[low - 1];
  }

  private static boolean isSureTown(Sighting sighting) {
    Reading best = sighting.referent.best();
    return !sighting.associative && best.isTown() && Confidence.of(sighting, best) >= SURE_TOWN;
  }

  private @Nullable Sighting sightingAt(int first, int last) {
    for (int i = Math.max(0, first); i <= last && i < sightingOfToken.length; i++) {
      Sighting sighting = sightingOfToken[i];
      if (sighting != null) {
        return sighting;
      }
    }
    return null;
  }

  /** Spreads the sightings over the words, the first time that they are needed. */
  private void spread() {
    if (sightingOfToken.length > 0) {
      return;
    }
    sightingOfToken = new Sighting[tokens.size()];
    townUpTo = new Sighting[sightings.size()];
    @Nullable Sighting town = null;
    for (int s = 0; s < townUpTo.length; s++) {
      Sighting sighting = sightings.get(s);
      town = isSureTown(sighting) ? sighting : town;
      townUpTo[s] = town;
      for (int i = sighting.firstToken; i <= sighting.lastToken; i++) {
        if (sightingOfToken[i] == null) {
          sightingOfToken[i] = sighting;
        }
      }
    }
  }

  private boolean isLink(int token) {
    return token < tokens.size()
        && tokens.gap(token) == Gap.SPACE
        && tokens.shape(token) == Shape.LOWER
        && (tokens.is(token, WordClass.OF) || tokens.is(token, WordClass.FUNCTION));
  }

  /** The last word of the name that starts here; -1 if none does. */
  private int nameEnd(int first) {
    if (first >= tokens.size() || tokens.gap(first) != Gap.SPACE || !isNameWord(first)) {
      return -1;
    }
    int last = first;
    while (last - first < LONGEST_NAME
        && last + 1 < tokens.size()
        && isNameWord(last + 1)
        && (tokens.gap(last + 1) == Gap.SPACE || tokens.gap(last + 1) == Gap.HYPHEN)) {
      last++;
    }
    return last - first < LONGEST_NAME ? last : -1;
  }

  private boolean isNameWord(int token) {
    return tokens.shape(token) == Shape.CAPITALISED
        && !tokens.is(token, WordClass.FUNCTION)
        && !tokens.is(token, WordClass.TITLE)
        && !tokens.is(token, WordClass.CALENDAR)
        && !tokens.is(token, WordClass.DIRECTION)
        && !tokens.is(token, WordClass.OFFICE_WORD)
        && !tokens.is(token, WordClass.ORGANISATION_AFTER);
  }

  private String name(int first, int last) {
    return tokens.text.substring(tokens.start(first), tokens.end(last));
  }
}
