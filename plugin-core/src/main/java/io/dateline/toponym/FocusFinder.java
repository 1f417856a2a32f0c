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

  private final Gazetteer gazetteer;

  FocusFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Nullable Focus find(List<PlaceDraft> drafts) {
    Map<Integer, Double> countries = new HashMap<>();
    double all = 0;
    for (PlaceDraft draft : drafts) {
      int country = draft.reading.country;
      if (country >= 0) {
        countries.merge(country, draft.relevance, Double::sum);
      }
      all += draft.relevance;
    }
    if (countries.isEmpty()) {
      return null;
    }
    int country = heaviest(countries);
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
    double weight = countries.get(country);
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

  private static int heaviest(Map<Integer, Double> weights) {
    return weights.entrySet().stream()
        .max(
            Map.Entry.<Integer, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }
}
