package io.dateline.tika.connector.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A date as HTTP headers write it (RFC 9110, section 5.6.7). */
final class HttpDate {

  private HttpDate() {}

  static Optional<StatedDate> parse(String text) {
    try {
      Instant instant = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from);
      return Optional.of(new StatedDate(instant, "instant"));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
