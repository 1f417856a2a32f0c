package io.dateline.toponym;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The country that an address belongs to by its last label, nothing else of it. */
final class WebAddress {

  /** Codes that are sold to everybody. */
  private static final Set<String> SOLD =
      Set.of(
          "AC", "AG", "AI", "AM", "BZ", "CC", "CD", "CO", "CX", "DJ", "FM", "GA", "GD", "GG", "GL",
          "HN", "IM", "IO", "LA", "LC", "LY", "ME", "MN", "MS", "NU", "PW", "SC", "SH", "SO", "ST",
          "TK", "TO", "TV", "VC", "VG", "WS");

  private WebAddress() {}

  /** ISO 3166-1 alpha-2; null when the address does not say. */
  static @Nullable String country(@Nullable String url) {
    if (url == null) {
      return null;
    }
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + "://".length();
    int to = from;
    while (to < url.length() && "/:?#".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    int dot = url.lastIndexOf('.', to - 1);
    if (dot < from || to - dot != 3) {
      return null;
    }
    String code = url.substring(dot + 1, to).toUpperCase(Locale.ROOT);
    boolean sold = SOLD.contains(code) && !url.regionMatches(dot - 4, ".com", 0, 4);
    return sold ? null : code.equals("UK") ? "GB" : code;
  }
}
