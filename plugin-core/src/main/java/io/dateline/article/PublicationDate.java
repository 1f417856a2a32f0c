package io.dateline.article;

import java.time.LocalDate;

/**
 * When the story was published.
 *
 * @param iso ISO 8601 with what is known, at least the day
 * @param source json-ld, meta, time-element, visible-text, print-notice or url
 */
record PublicationDate(String iso, String source) {

  LocalDate day() {
    return LocalDate.parse(iso.substring(0, 10));
  }
}
