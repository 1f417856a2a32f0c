package io.dateline.toponym;

import io.dateline.Meter;
import io.dateline.gazetteer.FoldedText;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.NameIndex;
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

  /** How much bigger a town must be to be meant under an ending, not another as it stands. */
  private static final int MUCH_BIGGER = 50;

  /** Inhabitants of a town whose adjective is more likely meant than a common word. */
  private static final int ADJECTIVE_PEOPLE = 20_000;

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
    final Admission admission;
    final List<Sighting> found = new ArrayList<>();
    private final boolean declines;
    private final boolean takesEndings;
    private final boolean lowerCaseAdjectives;
    private int unit; // first unit of the present word
    private @Nullable Sighting longer;

    Walk(Tokens tokens, FoldedText folded, String language) {
      this.tokens = tokens;
      this.folded = folded;
      this.language = language;
      this.admission = new Admission(gazetteer, tokens, language);
      this.declines = Inflections.areUsualIn(language);
      this.takesEndings = Ending.areKnownIn(language);
      this.lowerCaseAdjectives = Ending.hasLowerCase(language);
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
        return UnspacedRun.findAll(folded, unit, tokens, token, names, admission, found);
      }
      Sighting sighting = shape == Shape.LOWER ? lowerCase(token) : longest(token);
      if (sighting == null) {
        return token + 1;
      }
      found.add(sighting);
      return sighting.lastToken + 1;
    }

    private @Nullable Sighting longest(int token) {
      Sighting best = longest(token, unit, names.start(), unit, token);
      if (declines && (best == null || best.lastToken == token)) {
        Sighting declined = declined(token, best);
        best = declined == null ? best : declined;
      }
      if (best == null && tokens.shape(token) == Shape.CASELESS) {
        int attached = AttachedWords.length(folded, unit, tokens.end(token));
        for (int skip = 1; skip <= attached && best == null; skip++) {
          best = longest(token, unit + skip, names.start(), unit + skip, token);
        }
      }
      return best;
    }

    /**
     * A longer name whose first word has an ending too ("v Českém Krumlově"), or a name at home
     * under an ending that happens to be spelt like one abroad ("do Brna").
     */
    private @Nullable Sighting declined(int token, @Nullable Sighting exact) {
      int to = unitsEnd(unit, tokens.end(token));
      if (to - unit < 3) {
        return null;
      }
      int next = token + 1;
      if (next < tokens.size()
          && (tokens.gap(next) == Gap.SPACE || tokens.gap(next) == Gap.HYPHEN)
          && tokens.shape(next) != Shape.NUMBER
          && to + 1 < folded.length()
          && folded.charAt(to) == ' ') {
        longer = null;
        inflections.firstWord(
            folded,
            unit,
            to,
            language,
            state -> {
              Sighting found = longest(token, unit, state, to + 1, next);
              if (found != null && (longer == null || found.lastToken > longer.lastToken)) {
                longer = found;
              }
            });
        if (longer != null) {
          return longer.inflected ? longer.to(tokens.end(longer.lastToken)) : longer;
        }
      }
      if (exact == null || exact.inflected || admission.isCountry(exact.entry)) {
        return null;
      }
      Sighting inflected = inflected(token, token, unit, names.start(), unit);
      if (inflected == null || inflected.associative) {
        return null;
      }
      boolean country = admission.isCountry(inflected.entry);
      int people = homePeople(inflected.entry);
      int exactPeople = homePeople(exact.entry);
      boolean better = exactPeople < 0 ? people >= 0 : people > MUCH_BIGGER * (exactPeople + 100L);
      return country || better ? inflected : null;
    }

    /** Inhabitants of the biggest place at home that is called so; -1 if there is none. */
    private int homePeople(int entry) {
      int most = -1;
      for (int i = 0; i < names.count(entry); i++) {
        int place = names.place(entry, i);
        String country = gazetteer.countryCode(place);
        if (country != null && HomeCountries.isHome(language, country)) {
          most = Math.max(most, gazetteer.population(place));
        }
      }
      return most;
    }

    private int unitsEnd(int from, int end) {
      int to = from;
      while (to < folded.length() && folded.start(to) < end) {
        to++;
      }
      return to;
    }

    private @Nullable Sighting longest(
        int token, int from, int startState, int startUnit, int startToken) {
      int state = startState;
      int wordState = state;
      int wordUnit = startUnit;
      int last = startToken;
      Sighting best = null;
      for (int at = startUnit; at < folded.length(); at++) {
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
          int types = entry < 0 ? 0 : admission.types(token, last, entry);
          if (types != 0 && !(best != null && admission.isOfOffice(last, types))) {
            best = sighting(token, last, folded.start(from), entry, types);
          }
        }
      }
      if (best == null || best.lastToken < last) {
        Sighting inflected = inflected(token, last, from, wordState, wordUnit);
        if (inflected == null && best == null && last > startToken) {
          // "Vilniaus mieste": longer names begin alike, but the next word is not of the name
          inflected = inflected(token, startToken, from, startState, startUnit);
        }
        if (inflected != null) {
          return inflected;
        }
      }
      return best;
    }

    private @Nullable Sighting inflected(
        int first, int last, int from, int wordState, int wordUnit) {
      boolean foreign = wordUnit < folded.length() && folded.charAt(wordUnit) >= 128;
      if (!takesEndings && !foreign) {
        return null; // other scripts bring the endings of their own languages
      }
      if (tokens.shape(last) == Shape.LOWER || tokens.shape(last) == Shape.NUMBER) {
        return null;
      }
      return inflected(first, last, from, wordState, wordUnit, false);
    }

    private @Nullable Sighting inflected(
        int first, int last, int from, int wordState, int wordUnit, boolean lowerCase) {
      int wordEnd = tokens.end(last);
      int to = unitsEnd(wordUnit, wordEnd);
      Inflections.Match match =
          inflections.match(
              folded,
              wordState,
              wordUnit,
              to,
              wordEnd,
              language,
              lowerCase,
              name -> inflectedTypes(first, last, name) != 0,
              name ->
                  homePeople(name) >= ADJECTIVE_PEOPLE && inflectedTypes(first, last, name) != 0);
      if (match == null) {
        return null;
      }
      int types = inflectedTypes(first, last, match.entry());
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

    /** An abbreviation takes no ending: "Саду" is not the USA. */
    private int inflectedTypes(int first, int last, int entry) {
      int types = admission.types(first, last, entry);
      return tokens.shape(last) == Shape.CAPITALISED ? types & ~NameTypes.ABBREVIATION : types;
    }

    /** "al-Bukamal", and outside English "chinesischen" and "ryska". */
    private @Nullable Sighting lowerCase(int token) {
      boolean particle =
          tokens.is(token, WordClass.NAME_PARTICLE)
              && token + 1 < tokens.size()
              && tokens.isUpperInitial(token + 1);
      if (particle) {
        Sighting sighting = longest(token, unit, names.start(), unit, token);
        return sighting != null && sighting.lastToken > token && !isShorter(sighting, token + 1)
            ? sighting
            : null;
      }
      int length = tokens.end(token) - tokens.start(token);
      if (language.equals("en") || length < 4 || tokens.is(token, WordClass.FUNCTION)) {
        return null;
      }
      int state = names.start();
      for (int at = unit; at < folded.length() && folded.start(at) < tokens.end(token); at++) {
        state = names.next(state, folded.charAt(at));
        if (state < 0) {
          return adjective(token);
        }
      }
      int entry = names.entry(state);
      return entry >= 0 && admission.isDemonym(entry)
          ? sighting(token, token, tokens.start(token), entry, NameTypes.DEMONYM)
          : adjective(token);
    }

    private @Nullable Sighting adjective(int token) {
      return lowerCaseAdjectives ? inflected(token, token, unit, names.start(), unit, true) : null;
    }

    /** "el Valle" in "el Valle de Uco". */
    private boolean isShorter(Sighting sighting, int next) {
      int from = unitsEnd(unit, tokens.start(next));
      Sighting behind = longest(next, from, names.start(), from, next);
      return behind != null && behind.lastToken > sighting.lastToken;
    }

    private boolean runsOn(int token) {
      Gap gap = tokens.gap(token);
      if (gap == Gap.APOSTROPHE) {
        // in Turkish the name ends there: "Kars'ın"
        return !language.equals("tr") && !tokens.is(token, WordClass.CONTRACTION);
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
              || ((types & NameTypes.ABBREVIATION) != 0 && admission.followsComma(first));
      if (shortForm && tokens.shape(last) == Shape.CAPITALISED && admission.dotFollows(last)) {
        end++;
      }
      boolean demonym = types == NameTypes.DEMONYM;
      return new Sighting(start, end, first, last, entry, types, demonym, false, caseless(last));
    }

    private boolean caseless(int token) {
      return tokens.shape(token) == Shape.CASELESS;
    }
  }
}
