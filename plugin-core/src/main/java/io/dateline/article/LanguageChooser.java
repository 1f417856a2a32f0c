package io.dateline.article;

import io.dateline.LanguageIdentifier;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.ClaimTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settles the language: what the page and its server say, checked against the text itself. */
final class LanguageChooser {

  private static final int MIN_CHARS = 60;
  private static final List<Set<String>> KIN =
      List.of(Set.of("nb", "nn", "no", "da"), Set.of("id", "ms"), Set.of("hr", "sr", "bs", "sh"));

  private final LanguageIdentifier identifier;

  LanguageChooser(LanguageIdentifier identifier) {
    this.identifier = identifier;
  }

  /** What the page says, unchecked; empty when it does not say. */
  static String claimed(CapturedPage page) {
    List<String> tags = claims(page);
    return tags.isEmpty() ? "" : tags.get(0);
  }

  /**
   * @param text the body
   */
  @Nullable String choose(CapturedPage page, String text) {
    List<String> claims = claims(page);
    Optional<String> identified =
        text.length() < MIN_CHARS ? Optional.empty() : identifier.identify(text);
    if (identified.isEmpty()) {
      return claims.isEmpty() ? null : claims.get(0);
    }
    String primary = primary(identified.get());
    for (String claim : claims) {
      if (primary(claim).equals(primary) || isKin(primary(claim), primary)) {
        return claim; // it knows the region, too
      }
    }
    return normal(identified.get());
  }

  /** The language of text of unknown origin; null when it does not say. */
  @Nullable String identify(String text) {
    return text.length() < MIN_CHARS ? null : identifier.identify(text).orElse(null);
  }

  /** Pairs that identifiers mix up: the page knows better. */
  private static boolean isKin(String claim, String identified) {
    return KIN.stream().anyMatch(family -> family.contains(claim) && family.contains(identified));
  }

  private static List<String> claims(CapturedPage page) {
    List<String> tags = new ArrayList<>();
    for (String value : page.claims().values(ClaimTopic.LANGUAGE)) {
      String tag = normal(value);
      if (tag != null && !tags.contains(tag)) {
        tags.add(tag);
      }
    }
    String declared = page.capture().provenance().declaredLanguage();
    String tag = declared == null ? null : normal(declared);
    if (tag != null && !tags.contains(tag)) {
      tags.add(tag);
    }
    // "en" and "en-GB" agree; the longer one says more
    for (String longer : tags) {
      if (longer.startsWith(tags.get(0) + "-")) {
        tags.remove(longer);
        tags.add(0, longer);
        break;
      }
    }
    return tags;
  }

  /** A BCP 47 tag of language and region; null when it is none, as {@code "english"}. */
  static @Nullable String normal(String value) {
    String first = value.strip();
    int cut = first.indexOf(',');
    if (cut >= 0) {
      first = first.substring(0, cut).strip();
    }
    Locale locale = Locale.forLanguageTag(first.replace('_', '-'));
    String language = locale.getLanguage();
    if (language.length() < 2 || language.length() > 3 || language.equals("und")) {
      return null;
    }
    String region = locale.getCountry();
    String script = locale.getScript();
    return language
        + (script.isEmpty() ? "" : "-" + script)
        + (region.length() == 2 ? "-" + region : "");
  }

  private static String primary(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
