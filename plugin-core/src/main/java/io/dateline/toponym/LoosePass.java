package io.dateline.toponym;

import io.dateline.gazetteer.Candidate;
import io.dateline.gazetteer.Gazetteer;
import io.dateline.gazetteer.NameFolding;
import io.dateline.gazetteer.NameIndex;
import io.dateline.toponym.Tokens.Gap;
import io.dateline.toponym.Tokens.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A second look at a text that names a country of Arabic script: words that are no name as they
 * stand may be one without the article, or under one of the many spellings of romanised Arabic.
 */
final class LoosePass {

  private static final Set<String> COUNTRIES =
      Set.of(
          "AE", "AF", "BH", "DZ", "EG", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "OM", "PK", "PS",
          "QA", "SA", "SD", "SY", "TN", "YE");
  private static final int LONGEST = 3;
  private static final int SHORTEST_WORD = 4;

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final int article; // state of the name index behind "al "

  LoosePass(Gazetteer gazetteer, Lexicon lexicon) {
    this.gazetteer = gazetteer;
    this.lexicon = lexicon;
    this.article = gazetteer.names().follow(gazetteer.names().start(), "al ");
  }

  /** The sightings with those that only this look finds, in text order. */
  List<Sighting> addTo(Tokens tokens, List<Sighting> sightings) {
    if (sightings.stream().noneMatch(this::namesSuchCountry)) {
      return sightings;
    }
    boolean[] taken = new boolean[tokens.size()];
    for (Sighting sighting : sightings) {
      for (int i = sighting.firstToken; i <= sighting.lastToken; i++) {
        taken[i] = true;
      }
    }
    List<Sighting> all = new ArrayList<>(sightings);
    int token = 0;
    while (token < tokens.size()) {
      Sighting found = longest(tokens, token, taken);
      if (found == null) {
        token++;
      } else {
        all.add(found);
        token = found.lastToken + 1;
      }
    }
    all.sort(Comparator.comparingInt(sighting -> sighting.start));
    return all;
  }

  private boolean namesSuchCountry(Sighting sighting) {
    int place = gazetteer.names().place(Math.max(0, sighting.entry), 0);
    return sighting.entry >= 0
        && gazetteer.featureCode(place).startsWith("PCL")
        && COUNTRIES.contains(gazetteer.countryCode(place));
  }

  private @Nullable Sighting longest(Tokens tokens, int first, boolean[] taken) {
    if (!mayStart(tokens, first, taken)) {
      return null;
    }
    int last = first;
    while (last + 1 < tokens.size()
        && last - first + 1 < LONGEST
        && runsOn(tokens, last + 1, taken)) {
      last++;
    }
    for (int end = last; end >= first; end--) {
      boolean noun = tokens.isUpperInitial(end) && tokens.end(end) - tokens.start(end) >= 2;
      List<Candidate> candidates = noun ? candidates(tokens, first, end) : List.of();
      if (!candidates.isEmpty()) {
        return new Sighting(tokens.start(first), tokens.end(end), first, end, candidates);
      }
    }
    return null;
  }

  private List<Candidate> candidates(Tokens tokens, int first, int last) {
    String name = tokens.text.substring(tokens.start(first), tokens.end(last));
    String folded = NameFolding.fold(name);
    List<Candidate> exact = first == last ? behindArticle(folded) : List.of();
    List<Candidate> candidates = exact.isEmpty() ? gazetteer.findLoose(folded) : exact;
    return candidates.stream()
        .filter(candidate -> COUNTRIES.contains(gazetteer.countryCode(candidate.place())))
        .toList();
  }

  private List<Candidate> behindArticle(String folded) {
    NameIndex names = gazetteer.names();
    int state = article < 0 ? -1 : names.follow(article, folded);
    return state < 0 ? List.of() : names.candidates(names.entry(state));
  }

  private boolean mayStart(Tokens tokens, int token, boolean[] taken) {
    return !taken[token]
        && tokens.shape(token) == Shape.CAPITALISED
        && tokens.end(token) - tokens.start(token)
            >= (hyphenFollows(tokens, token) ? 2 : SHORTEST_WORD)
        && !tokens.is(token, WordClass.FUNCTION)
        && !tokens.is(token, WordClass.GIVEN_NAME)
        && !tokens.is(token, WordClass.SURNAME)
        && !tokens.is(token, WordClass.TITLE)
        && !tokens.is(token, WordClass.CALENDAR)
        && !tokens.is(token, WordClass.NOT_PLACE)
        && !tokens.is(token, WordClass.ORGANISATION_AFTER)
        && !lexicon.isCommonWord(tokens.hash(token), "en");
  }

  private static boolean hyphenFollows(Tokens tokens, int token) {
    return tokens.gap(token + 1) == Gap.HYPHEN;
  }

  private static boolean runsOn(Tokens tokens, int token, boolean[] taken) {
    Gap gap = tokens.gap(token);
    boolean joined = gap == Gap.HYPHEN || gap == Gap.APOSTROPHE || gap == Gap.SPACE;
    return joined
        && !taken[token]
        && (tokens.shape(token) == Shape.CAPITALISED || tokens.is(token, WordClass.NAME_PARTICLE));
  }
}
