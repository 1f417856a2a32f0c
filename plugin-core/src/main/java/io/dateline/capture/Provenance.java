package io.dateline.capture;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a capture from outside its bytes.
 *
 * @param url the address it was fetched from
 * @param fileName the name it was saved under
 * @param declaredLanguage BCP 47 tag from an HTTP header or a caller
 */
public record Provenance(
    @Nullable String url, @Nullable String fileName, @Nullable String declaredLanguage) {

  private static final Provenance UNKNOWN = new Provenance(null, null, null);

  /** Nothing is known. */
  public static Provenance unknown() {
    return UNKNOWN;
  }
}
