package io.dateline.tika.parser;

import io.dateline.markup.Attribute;
import io.dateline.markup.MarkupTree;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.metadata.TikaCoreProperties;

/**
 * Which meta elements of an article's head the stock parser may copy into the metadata: not those
 * by which the page would speak for the plugin or for Tika itself, nor a point that is none on
 * earth.
 */
final class HeadMetas {

  private static final String TIKA_PREFIX = TikaCoreProperties.TIKA_META_PREFIX;

  /** The plugin has read it, and says it if it can be. */
  private static final String CREATED = TikaCoreProperties.CREATED.getName();

  private static final String LATITUDE = TikaCoreProperties.LATITUDE.getName();
  private static final String LONGITUDE = TikaCoreProperties.LONGITUDE.getName();

  /** "latitude, longitude", which Tika takes apart. */
  private static final String ICBM = "icbm";

  private static final Pattern PAIR =
      Pattern.compile("\\s*(-?\\d+\\.\\d+)[,\\s]+(-?\\d+\\.\\d+)\\s*");

  private HeadMetas() {}

  /** Whether the element says what only others may say, or what cannot be. */
  static boolean isBarred(MarkupTree page, int element) {
    String content = page.attribute(element, Attribute.CONTENT);
    return isBarred(page.attribute(element, Attribute.NAME), content)
        || isBarred(page.attribute(element, Attribute.PROPERTY), content)
        || isBarred(page.attribute(element, Attribute.HTTP_EQUIV), content);
  }

  private static boolean isBarred(String name, String content) {
    if (name.isEmpty()) {
      return false;
    }
    String key = name.strip();
    return ForgeryGuard.isReserved(name)
        || key.startsWith(TIKA_PREFIX)
        || key.equalsIgnoreCase(CREATED)
        || (key.equalsIgnoreCase(LATITUDE) && !isWithin(content, 90))
        || (key.equalsIgnoreCase(LONGITUDE) && !isWithin(content, 180))
        || (key.equalsIgnoreCase(ICBM) && isNoPoint(content));
  }

  private static boolean isNoPoint(String pair) {
    if (pair.length() > 80) { // the pattern would look at each of many blanks again and again
      return true;
    }
    Matcher numbers = PAIR.matcher(pair);
    return numbers.matches()
        && !(isWithin(numbers.group(1), 90) && isWithin(numbers.group(2), 180));
  }

  private static boolean isWithin(String degrees, int limit) {
    try {
      return Math.abs(Double.parseDouble(degrees)) <= limit;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
