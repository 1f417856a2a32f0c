package io.dateline.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must come out of one of the samples; the file format is in {@code samples/README.md}. */
final class SampleTruth {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double EARTH_RADIUS_KM = 6371.0088;

  private final Path capture;
  private final JsonNode truth;

  private SampleTruth(Path capture, JsonNode truth) {
    this.capture = capture;
    this.truth = truth;
  }

  /** All samples of a folder, in the order of their names. */
  static List<SampleTruth> all(Path samples) throws IOException {
    try (Stream<Path> files = Files.list(samples.resolve("truth"))) {
      List<SampleTruth> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        JsonNode truth = JSON.readTree(Files.readString(file));
        all.add(new SampleTruth(samples.resolve(truth.get("capture").asText()), truth));
      }
      return all;
    }
  }

  Path capture() {
    return capture;
  }

  /** The file name without its extension, as in the JSON lines. */
  String id() {
    String name = capture.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  boolean isArticle() {
    return truth.path("status").asText().equals("article");
  }

  String focusCountry() {
    return truth.path("focusCountry").asText();
  }

  /**
   * What a person says of a field; empty where nobody does, or where it is owned up to be wrong.
   */
  Optional<String> said(String field) {
    boolean wrong =
        Outcome.values(truth.get("stillWrong")).stream()
            .anyMatch(fault -> fault.asText().startsWith(field + " is "));
    return wrong ? Optional.empty() : Optional.ofNullable(truth.get(field)).map(JsonNode::asText);
  }

  /** The places that must be found. */
  List<JsonNode> places() {
    return Outcome.values(truth.get("places"));
  }

  /**
   * Every way in which an outcome differs from the truth, apart from what the truth file owns up to
   * under {@code stillWrong}; empty when there is none.
   */
  List<String> faultsOf(Outcome outcome) {
    List<JsonNode> known = Outcome.values(truth.get("stillWrong"));
    return allFaultsOf(outcome).stream()
        .filter(fault -> known.stream().noneMatch(start -> fault.startsWith(start.asText())))
        .toList();
  }

  private List<String> allFaultsOf(Outcome outcome) {
    List<String> faults = new ArrayList<>();
    if (!outcome.status().equals(truth.path("status").asText())) {
      faults.add("status is " + outcome.status());
    }
    addTextFaults(outcome.text(), faults);
    if (isArticle()) {
      addFieldFaults(outcome, faults);
      addPlaceFaults(outcome, faults);
    }
    return faults;
  }

  private void addTextFaults(String raw, List<String> faults) {
    String text = squeezed(raw);
    for (JsonNode sentence : truth.path("stays")) {
      if (!text.contains(squeezed(sentence.asText()))) {
        faults.add("lost: " + sentence.asText());
      }
    }
    for (JsonNode litter : truth.path("goes")) {
      if (text.contains(squeezed(litter.asText()))) {
        faults.add("left in: " + litter.asText());
      }
    }
    if (truth.has("once")) {
      String once = squeezed(truth.get("once").asText());
      if (text.indexOf(once) < 0 || text.indexOf(once) != text.lastIndexOf(once)) {
        faults.add("not exactly once: " + once);
      }
    }
  }

  private void addFieldFaults(Outcome outcome, List<String> faults) {
    for (String name :
        List.of(
            "headline",
            "language",
            "dateline",
            "articleSection",
            "printPage",
            "publisher",
            "author",
            "canonicalUrl")) {
      if (truth.has(name)) {
        List<String> got =
            Outcome.values(outcome.fields().get(name)).stream().map(JsonNode::asText).toList();
        if (!got.equals(List.of(truth.get(name).asText()))) {
          faults.add(name + " is " + got + ", not " + truth.get(name));
        }
      }
    }
    if (truth.has("datePublished")) {
      JsonNode date = outcome.fields().get("datePublished");
      if (date == null || !date.asText().startsWith(truth.get("datePublished").asText())) {
        faults.add("datePublished is " + date + ", not " + truth.get("datePublished"));
      }
    }
    for (JsonNode kind : truth.path("removedKinds")) {
      if (!outcome.removedKinds().contains(kind.asText())) {
        faults.add("nothing removed as " + kind.asText() + ", only " + outcome.removedKinds());
      }
    }
    if (!focusCountry().equals(outcome.focusCountry())) {
      faults.add("focus is " + outcome.focusCountry() + ", not " + focusCountry());
    }
  }

  private void addPlaceFaults(Outcome outcome, List<String> faults) {
    for (JsonNode wanted : truth.path("places")) {
      if (outcome.places().stream().noneMatch(place -> matches(wanted, place))) {
        faults.add("place not found: " + wanted.get("name").asText());
      }
    }
    for (JsonNode absent : truth.path("absentCountries")) {
      for (JsonNode place : outcome.places()) {
        if (place.path("countryCode").asText().equals(absent.asText())) {
          faults.add("wrong place: " + place.path("name").asText() + " in " + absent.asText());
        }
      }
    }
  }

  private static boolean matches(JsonNode wanted, JsonNode place) {
    if (!wanted.get("countryCode").asText().equals(place.path("countryCode").asText())) {
      return false;
    }
    if (!wanted.has("latitude")) {
      return place.path("precision").asText().equals("country");
    }
    return place.has("latitude")
        && km(wanted.get("latitude").asDouble(), wanted.get("longitude").asDouble(), place)
            <= wanted.get("withinKm").asDouble();
  }

  /** Along the globe, from a point in degrees to a place. */
  static double km(double latitude, double longitude, JsonNode place) {
    double from = Math.toRadians(latitude);
    double to = Math.toRadians(place.get("latitude").asDouble());
    double halfEast = Math.toRadians(place.get("longitude").asDouble() - longitude) / 2;
    double h =
        Math.pow(Math.sin((to - from) / 2), 2)
            + Math.cos(from) * Math.cos(to) * Math.pow(Math.sin(halfEast), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Override
  public String toString() {
    return capture.getFileName().toString();
  }
}
