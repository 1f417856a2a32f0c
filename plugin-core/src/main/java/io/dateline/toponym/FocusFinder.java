package io.dateline.toponym;

import io.dateline.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The place a story is about: the country that carries most of its places, then, as long as one
 * division and one town carry enough of that, those.
 */
final class FocusFinder {

  /** A division or town must carry this much of its container's weight. */
  private static final double ENOUGH = 0.5;

  /** A country with less is not thought of. */
  private static final double ENOUGH_EVIDENCE = 0.15;

  private final Gazetteer gazetteer;

  FocusFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Finds the focus.
   *
   * @param drafts the places that were sure enough, by relevance
   */
  @Nullable Focus find(Geotagger.Survey survey, List<PlaceDraft> drafts) {
    Map<Integer, Double> countries = countries(survey);
    if (countries.isEmpty()) {
      return null;
    }
    int country = heaviest(countries);
    double all = countries.values().stream().mapToDouble(Double::doubleValue).sum();
    double share = countries.get(country) / all;
    int place = country;
    Map<Integer, Double> divisions = new HashMap<>();
    List<PlaceDraft> within = new ArrayList<>();
    for (PlaceDraft draft : drafts) {
      if (draft.reading.country == country) {
        within.add(draft);
        if (draft.reading.admin1 >= 0) {
          divisions.merge(draft.reading.admin1, draft.relevance, Double::sum);
        }
      }
    }
    double weight = within.stream().mapToDouble(draft -> draft.relevance).sum();
    if (!divisions.isEmpty()) {
      int division = heaviest(divisions);
      if (divisions.get(division) > ENOUGH * weight) {
        place = division;
        PlaceDraft town =
            within.stream()
                .filter(draft -> draft.reading.admin1 == division && draft.isTown())
                .max(Comparator.comparingDouble(draft -> draft.relevance))
                .orElse(null);
        if (town != null && town.relevance > ENOUGH * divisions.get(division)) {
          place = town.reading.place;
        }
      }
    }
    return new Focus(
        gazetteer.name(place),
        gazetteer.countryCode(place),
        gazetteer.admin1Name(place),
        gazetteer.point(place),
        Math.min(1, share));
  }

  /**
   * Weights by country, from all names with all their readings: a name that could be in ten states
   * still says which country.
   */
  private static Map<Integer, Double> countries(Geotagger.Survey survey) {
    Map<Integer, Double> countries = new HashMap<>();
    List<Sighting> all = new ArrayList<>(survey.sightings());
    all.addAll(survey.filed());
    for (Sighting sighting : all) {
      double weight = Confidence.isPlace(sighting) * (1 + 0.5 * Math.exp(-sighting.start / 600.0));
      for (Reading reading : sighting.referent.readings) {
        if (reading.country >= 0 && reading.share > 0.01) {
          countries.merge(reading.country, weight * reading.share, Double::sum);
        }
      }
    }
    double enough = ENOUGH_EVIDENCE;
    countries.values().removeIf(weight -> weight < enough);
    countries.replaceAll(
        (country, weight) -> weight + 0.5 * survey.homes().getOrDefault(country, 0.0));
    return countries;
  }

  private static int heaviest(Map<Integer, Double> weights) {
    return weights.entrySet().stream()
        .max(
            Map.Entry.<Integer, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }
}
