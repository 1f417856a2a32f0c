package io.dateline.toponym;

import io.dateline.Meter;
import io.dateline.gazetteer.FoldedText;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.NameIndex;
import io.dateline.gazetteer.NameType;
import io.dateline.toponym.Tokens.Gap;
import io.dateline.toponym.Tokens.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every stretch of a text that is a name in the gazetteer: the longest match from each word
 * on, in one pass. Whether a place is meant is for {@link Guards} to weigh.
 *
 * <p>Where the script has case, a name starts with a capital. Adjectives of countries may be lower
 * case outside English.
 */
final class MentionFinder {

  /** Up to this length a word in capitals may be an acronym. */
  private static final int LONGEST_ACRONYM = 5;

  private final Gazetteer gazetteer;
  private final NameIndex names;
  private final Inflections inflections;

  MentionFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.names = gazetteer.names();
    this.inflections = new Inflections(names);
  }

  /** All sightings in text order, without overlaps. */
  List<Sighting> find(Tokens tokens, String language, Meter meter) {
    Walk walk = new Walk(tokens, FoldedText.of(tokens.text), language);
    int token = 0;
    while (token < tokens.size()) {
      meter.work(1);
      meter.mentions(walk.found.size());
      token = walk.from(token);
    }
    return walk.found;
  }

  private final class Walk {
    final Tokens tokens;
    final FoldedText folded;
    final String language;
    final List<Sighting> found = new ArrayList<>();
    private int unit; // first unit of the present word

    Walk(Tokens tokens, FoldedText folded, String language) {
      this.tokens = tokens;
      this.folded = folded;
      this.language = language;
    }

    /** Tries one word and returns the next to try. */
    int from(int token) {
      while (unit < folded.length() && folded.start(unit) < tokens.start(token)) {
        unit++;
      }
      Shape shape = tokens.shape(token);
      if (shape == Shape.NUMBER) {
        return token + 1;
      }
      if (shape == Shape.UNSPACED) {
        unspaced(token);
        return token + 1;
      }
      Sighting sighting = shape == Shape.LOWER ? lowerCase(token) : longest(token);
      if (sighting == null) {
        return token + 1;
      }
      found.add(sighting);
      return sighting.lastToken + 1;
    }

    private @Nullable Sighting longest(int token) {
      Sighting best = longest(token, unit);
      if (best == null && tokens.shape(token) == Shape.CASELESS) {
        int attached = AttachedWords.length(folded, unit, tokens.end(token));
        for (int skip = 1; skip <= attached && best == null; skip++) {
          best = longest(token, unit + skip);
        }
      }
      return best;
    }

    private @Nullable Sighting longest(int token, int from) {
      int state = names.start();
      int wordState = state;
      int wordUnit = from;
      int last = token;
      Sighting best = null;
      for (int at = from; at < folded.length(); at++) {
        int offset = folded.start(at);
        if (offset >= tokens.end(last)
            && last + 1 < tokens.size()
            && offset >= tokens.start(last + 1)) {
          if (!runsOn(last + 1)) {
            break;
          }
          last++;
          wordState = state;
          wordUnit = at;
        }
        int next = names.next(state, folded.charAt(at));
        if (next < 0) {
          break;
        }
        state = next;
        if (endsWord(at, last)) {
          int entry = names.entry(state);
          int types = entry < 0 ? 0 : admitted(token, last, entry);
          if (types != 0 && !(best != null && isOfOffice(last, types))) {
            best = sighting(token, last, folded.start(from), entry, types);
          }
        }
      }
      if (best == null || best.lastToken < last) {
        Sighting inflected = inflected(token, last, from, wordState, wordUnit);
        if (inflected != null) {
          return inflected;
        }
      }
      return best;
    }

    private @Nullable Sighting inflected(
        int first, int last, int from, int wordState, int wordUnit) {
      if (tokens.shape(last) == Shape.LOWER || tokens.shape(last) == Shape.NUMBER) {
        return null;
      }
      int wordEnd = tokens.end(last);
      int to = wordUnit;
      while (to < folded.length() && folded.start(to) < wordEnd) {
        to++;
      }
      Inflections.Match match =
          inflections.match(
              folded,
              wordState,
              wordUnit,
              to,
              wordEnd,
              language,
              name -> admitted(first, last, name) != 0);
      if (match == null) {
        return null;
      }
      int types = admitted(first, last, match.entry());
      boolean associative = match.associative() || types == NameTypes.DEMONYM;
      return new Sighting(
          folded.start(from),
          match.end(),
          first,
          last,
          match.entry(),
          types,
          associative,
          true,
          caseless(last));
    }

    /** "al-Bukamal", and outside English "chinesischen" and "ryska". */
    private @Nullable Sighting lowerCase(int token) {
      boolean particle =
          tokens.is(token, WordClass.NAME_PARTICLE)
              && token + 1 < tokens.size()
              && tokens.isUpperInitial(token + 1);
      if (particle) {
        Sighting sighting = longest(token);
        return sighting != null && sighting.lastToken > token ? sighting : null;
      }
      int length = tokens.end(token) - tokens.start(token);
      if (language.equals("en") || length < 4 || tokens.is(token, WordClass.FUNCTION)) {
        return null;
      }
      int state = names.start();
      for (int at = unit; at < folded.length() && folded.start(at) < tokens.end(token); at++) {
        state = names.next(state, folded.charAt(at));
        if (state < 0) {
          return null;
        }
      }
      int entry = names.entry(state);
      return entry >= 0 && isDemonym(entry, language)
          ? sighting(token, token, tokens.start(token), entry, NameTypes.DEMONYM)
          : null;
    }

    /** The longest match from each letter on; the words in a run cannot be told apart before. */
    private void unspaced(int token) {
      int end = tokens.end(token);
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
          if (here >= 0 && (i > at || isCountry(here))) {
            stop = i;
            entry = here;
          }
        }
        if (stop < 0) {
          at++;
        } else {
          int types = isDemonym(entry, language) ? NameTypes.DEMONYM : NameTypes.ALL;
          found.add(
              new Sighting(
                  folded.start(at),
                  folded.end(stop),
                  token,
                  token,
                  entry,
                  types,
                  isDemonym(entry, language),
                  false,
                  true));
          at = stop + 1;
        }
      }
    }

    private boolean runsOn(int token) {
      Gap gap = tokens.gap(token);
      if (gap == Gap.APOSTROPHE) {
        return !tokens.is(token, WordClass.CONTRACTION);
      }
      return gap == Gap.SPACE || gap == Gap.HYPHEN || gap == Gap.DOT;
    }

    private boolean endsWord(int at, int last) {
      return at + 1 >= folded.length() || folded.start(at + 1) >= tokens.end(last);
    }

    private Sighting sighting(int first, int last, int start, int entry, int types) {
      int end = tokens.end(last);
      boolean shortForm =
          types == NameTypes.ABBREVIATION
              || ((types & NameTypes.ABBREVIATION) != 0 && followsComma(first));
      if (shortForm && tokens.shape(last) == Shape.CAPITALISED && dotFollows(last)) {
        end++;
      }
      boolean demonym = types == NameTypes.DEMONYM;
      return new Sighting(start, end, first, last, entry, types, demonym, false, caseless(last));
    }

    /**
     * The kinds of names that the look of the words allows for an entry; 0 if none of its
     * candidates fits.
     */
    private int admitted(int first, int last, int entry) {
      if (last > first
          && tokens.shape(last) == Shape.LOWER
          && tokens.is(last, WordClass.FUNCTION)) {
        return 0;
      }
      if (first < last
          && tokens.shape(last) == Shape.LOWER
          && !mayEndInLowerCase(first, last, entry)) {
        return 0;
      }
      int letters = tokens.end(last) - tokens.start(first);
      if (first == last && (tokens.shape(first) == Shape.INITIAL || letters < 2)) {
        return 0;
      }
      int present = 0;
      for (int i = 0; i < names.count(entry); i++) {
        NameType type = names.type(entry, i);
        if (type == NameType.DEMONYM) {
          if (names.isIn(entry, i, language) || names.isIn(entry, i, "en")) {
            return NameTypes.DEMONYM;
          }
        } else {
          present |= NameTypes.bit(type);
        }
      }
      int types = looksLike(first, last, letters);
      if (first == last && tokens.shape(first) == Shape.UPPER && isCountry(entry)) {
        types |= NameTypes.ALTERNATE;
      }
      return present & types;
    }

    private int looksLike(int first, int last, int letters) {
      boolean upper = tokens.shape(first) == Shape.UPPER;
      boolean caseless = tokens.shape(first) == Shape.CASELESS;
      boolean behindComma = followsComma(first);
      if (first < last || caseless) {
        return NameTypes.ALL & ~NameTypes.POSTAL;
      }
      boolean dotted = tokens.text.charAt(tokens.end(last) - 1) == '.' || dotFollows(last);
      int types = 0;
      if (upper && behindComma && letters <= 3) {
        types |= NameTypes.POSTAL;
      }
      boolean word = tokens.is(first, WordClass.TITLE) || tokens.is(first, WordClass.FUNCTION);
      if (upper || (dotted && (behindComma || !word))) {
        types |= NameTypes.ABBREVIATION;
      }
      boolean acronym = upper && !amongCapitals(first);
      if (letters > (acronym ? 3 : 2)) {
        types |= NameTypes.PRIMARY;
      }
      if (letters > (acronym ? LONGEST_ACRONYM : 3)) {
        types |= NameTypes.SPELT_OUT;
      }
      return types;
    }

    /**
     * "Springfield City Schools", "Ohio State University": the longer name is there too, but the
     * last word belongs to the office.
     */
    private boolean isOfOffice(int last, int types) {
      int next = last + 1;
      return (types & NameTypes.PRIMARY) == 0
          && tokens.is(last, WordClass.OFFICE_WORD)
          && next < tokens.size()
          && tokens.gap(next) == Gap.SPACE
          && (tokens.isUpperInitial(next) || tokens.is(next, WordClass.ORGANISATION_AFTER));
    }

    /** "Aleppo province", "Saudi-arabia", but not "The village" or "Five points". */
    private boolean mayEndInLowerCase(int first, int last, int entry) {
      if (tokens.is(first, WordClass.FUNCTION)) {
        return false;
      }
      return tokens.is(last, WordClass.CUE_AFTER) || isCountry(entry) || !language.equals("en");
    }

    /** In a headline, or alone at the start as in a dateline. */
    private boolean amongCapitals(int token) {
      return tokens.gap(token) == Gap.SENTENCE || isLongUpper(token - 1) || isLongUpper(token + 1);
    }

    private boolean isLongUpper(int token) {
      return token >= 0
          && token < tokens.size()
          && tokens.shape(token) == Shape.UPPER
          && tokens.end(token) - tokens.start(token) > 3;
    }

    private boolean caseless(int token) {
      return tokens.shape(token) == Shape.CASELESS;
    }

    private boolean dotFollows(int token) {
      int end = tokens.end(token);
      return end < tokens.text.length() && tokens.text.charAt(end) == '.';
    }

    private boolean followsComma(int token) {
      return tokens.gap(token) == Gap.COMMA || tokens.gap(token) == Gap.BRACKET;
    }
  }

  private boolean isDemonym(int entry, String language) {
    for (int i = 0; i < names.count(entry); i++) {
      if (names.type(entry, i) == NameType.DEMONYM && names.isIn(entry, i, language)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCountry(int entry) {
    return gazetteer.featureCode(names.place(entry, 0)).startsWith("PCL");
  }
}
