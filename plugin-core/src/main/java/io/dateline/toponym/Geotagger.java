package io.dateline.toponym;

import io.dateline.Meter;
import io.dateline.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises and resolves the places of a story. Immutable, safe to share between threads. */
public final class Geotagger {

  /** What a subject weighs, against the heaviest place. */
  private static final double SUBJECT = 0.5;

  /** What a place in the publisher's name weighs, in mentions. */
  private static final double PUBLISHER_HOME = 1;

  private final Gazetteer gazetteer;
  private final GeotagOptions options;
  private final Lexicon lexicon = Lexicon.builtIn();
  private final Tokenizer tokenizer = new Tokenizer(lexicon);
  private final MentionFinder finder;
  private final Guards guards = new Guards(lexicon);
  private final LoosePass loosePass;
  private final Resolver resolver;
  private final FocusFinder focusFinder;
  private final HomeCountries homeCountries;

  public Geotagger(Gazetteer gazetteer, GeotagOptions options) {
    this.gazetteer = gazetteer;
    this.options = options;
    this.finder = new MentionFinder(gazetteer);
    this.loosePass = new LoosePass(gazetteer, lexicon);
    this.resolver = new Resolver(gazetteer);
    this.focusFinder = new FocusFinder(gazetteer);
    this.homeCountries = new HomeCountries(gazetteer);
  }

  /** Geotags a story. */
  public Geotags geotag(Story story) {
    return geotag(story, Meter.unlimited());
  }

  /** Geotags a story within a budget. */
  public Geotags geotag(Story story, Meter meter) {
    Survey survey = survey(story, meter);
    List<PlaceDraft> unlisted =
        survey.unlisted().stream().map(place -> unlisted(place, story.text())).toList();
    BitSet taken = new BitSet();
    unlisted.forEach(place -> place.cover(taken));
    Map<Integer, PlaceDraft> drafts = new LinkedHashMap<>();
    for (Sighting sighting : survey.sightings()) {
      int next = taken.nextSetBit(sighting.start);
      if (next < 0 || next >= sighting.end) {
        draft(sighting, story.text(), drafts);
      }
    }
    for (Sighting sighting : survey.filed()) {
      Reading best = sighting.referent.best();
      drafts
          .computeIfAbsent(best.place, place -> new PlaceDraft(best, sighting.referent))
          .filedHere(Math.max(0.6, best.share));
    }
    List<PlaceDraft> ordered = new ArrayList<>(drafts.values());
    unlisted.stream()
        .filter(place -> place.confidence >= options.minConfidence())
        .forEach(ordered::add);
    ordered.sort(Comparator.comparingDouble((PlaceDraft draft) -> -draft.relevance));
    giveRoles(ordered, survey.headline());
    Focus focus = focusFinder.find(survey, ordered);
    return new Geotags(ordered.stream().map(draft -> draft.finish(gazetteer)).toList(), focus);
  }

  /**
   * All names in a story, resolved but not yet sifted.
   *
   * @param sightings in the text
   * @param filed in a dateline that is not part of the text
   * @param headline in the headline
   * @param unlisted places that the gazetteer lacks
   * @param homes countries that the words speak for
   */
  record Survey(
      List<Sighting> sightings,
      List<Sighting> filed,
      List<Sighting> headline,
      List<UnlistedPlaces.Unlisted> unlisted,
      Map<Integer, Double> homes,
      String language) {}

  /** The steps before sifting. */
  Survey survey(Story story, Meter meter) {
    meter.work(story.text().length());
    Tokens tokens = tokenizer.tokenize(story.text());
    String language = LanguageGuess.of(tokens, lexicon, story.language());
    List<Sighting> sightings = sightings(tokens, language, meter);
    List<Sighting> filed = aside(story.dateline(), language, meter);
    List<Sighting> all = new ArrayList<>(sightings);
    all.addAll(filed);
    List<Sighting> headline = aside(story.headline(), language, meter);
    all.addAll(headline);
    List<Referent> referents = resolver.referents(all, language, meter);
    Map<Integer, Double> homes = homeCountries.of(tokens, language, story.url());
    homeCountries.mark(referents, language);
    Placeness.weigh(referents, language);
    List<Referent> witnesses = new ArrayList<>(referents);
    witnesses.addAll(publisherHomes(story.publisher(), language, meter));
    resolver.resolve(witnesses, sightings, homes, meter);
    Placeness.weigh(referents, language);
    List<UnlistedPlaces.Unlisted> unlisted =
        new UnlistedPlaces(tokens, sightings, lexicon, language, meter).find();
    return new Survey(sightings, filed, headline, unlisted, homes, language);
  }

  /**
   * The places in the publisher's name, which are where its readers live: "The Springfield Globe"
   * of Ohio need not say which Springfield. They speak for their surroundings and are not found.
   */
  private List<Referent> publisherHomes(@Nullable String publisher, String language, Meter meter) {
    List<Sighting> named =
        aside(publisher, language, meter).stream()
            .filter(sighting -> !sighting.has(Cue.IS_COMMON_WORD))
            .toList();
    List<Referent> homes = resolver.referents(named, language, meter);
    homes.forEach(home -> home.weight = PUBLISHER_HOME);
    return homes;
  }

  private List<Sighting> sightings(Tokens tokens, String language, Meter meter) {
    List<Sighting> sightings = loosePass.addTo(tokens, finder.find(tokens, language, meter));
    meter.mentions(sightings.size());
    guards.inspect(tokens, sightings, language);
    InlineDateline.mark(tokens, sightings);
    return sightings;
  }

  private List<Sighting> aside(@Nullable String text, String language, Meter meter) {
    return text == null || text.isBlank()
        ? List.of()
        : sightings(tokenizer.tokenize(text), language, meter);
  }

  /** The heaviest place is a subject, and what weighs half as much or stands in the headline. */
  private static void giveRoles(List<PlaceDraft> ordered, List<Sighting> headline) {
    Set<Integer> named = new HashSet<>();
    for (Sighting sighting : headline) {
      named.add(sighting.referent.best().place);
    }
    for (PlaceDraft draft : ordered) {
      boolean heavy = draft.relevance >= SUBJECT * ordered.get(0).relevance;
      if (draft.role == Role.MENTION && (heavy || named.contains(draft.reading.place))) {
        draft.role = Role.SUBJECT;
      }
    }
  }

  private static PlaceDraft unlisted(UnlistedPlaces.Unlisted place, String text) {
    PlaceDraft draft = new PlaceDraft(place.town().referent.best(), place.name());
    for (int[] span : place.spans()) {
      String said = text.substring(span[0], span[1]);
      Mention mention = new Mention(span[0], span[1], said, MentionKind.LITERAL);
      draft.mention(mention, place.confidence(), place.confidence());
    }
    return draft;
  }

  private void draft(Sighting sighting, String text, Map<Integer, PlaceDraft> drafts) {
    if (sighting.associative && !options.associative()) {
      return;
    }
    Referent referent = sighting.referent;
    Reading best = referent.best();
    double confidence = Confidence.of(sighting, best);
    if (confidence < options.minConfidence()) {
      return;
    }
    Mention mention =
        new Mention(
            sighting.start,
            sighting.end,
            text.substring(sighting.start, sighting.end),
            sighting.associative ? MentionKind.ASSOCIATIVE : MentionKind.LITERAL);
    double early = 1 + 0.5 * Math.exp(-sighting.start / 600.0);
    PlaceDraft draft = drafts.computeIfAbsent(best.place, place -> new PlaceDraft(best, referent));
    draft.mention(mention, confidence, confidence * early);
    if (sighting.has(Cue.DATELINE)) {
      draft.role = Role.DATELINE;
    }
  }
}
