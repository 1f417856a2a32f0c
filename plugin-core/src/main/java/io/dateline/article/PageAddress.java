package io.dateline.article;

import io.dateline.capture.CapturedPage;
import io.dateline.capture.Claim;
import io.dateline.capture.ClaimSource;
import io.dateline.capture.ClaimTopic;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the page lives.
 *
 * @param fetched where it was fetched from
 * @param canonical what it claims to be its address
 */
record PageAddress(@Nullable String fetched, @Nullable String canonical) {

  static PageAddress of(CapturedPage page) {
    List<Claim> claims = page.claims().about(ClaimTopic.CANONICAL_URL);
    String canonical = null;
    // link rel=canonical is made for this; og:url and JSON-LD's url often name the section
    for (ClaimSource source :
        new ClaimSource[] {ClaimSource.META, ClaimSource.OPEN_GRAPH, ClaimSource.JSON_LD}) {
      for (Claim claim : claims) {
        if (canonical == null && claim.source() == source && !host(claim.value()).isEmpty()) {
          canonical = claim.value();
        }
      }
    }
    return new PageAddress(page.capture().provenance().url(), canonical);
  }

  @Nullable String best() {
    return fetched != null ? fetched : canonical;
  }

  /** The host's letters without "www" and the last label: {@code harbourtimes}. */
  String hostName() {
    String host = best() == null ? "" : host(String.valueOf(best()));
    if (host.startsWith("www.")) {
      host = host.substring(4);
    }
    int last = host.lastIndexOf('.');
    StringBuilder letters = new StringBuilder();
    for (char c : (last < 0 ? host : host.substring(0, last)).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** The host's two-letter country label; empty for the others and for those sold to everybody. */
  String country() {
    String host = best() == null ? "" : host(String.valueOf(best()));
    if (host.endsWith(".gov") || host.endsWith(".mil")) {
      return "us";
    }
    String last = host.substring(host.lastIndexOf('.') + 1);
    boolean sold =
        List.of("co", "io", "ai", "tv", "me", "cc", "fm", "ly", "gg", "to").contains(last);
    return last.length() == 2 && !sold ? last : "";
  }

  private static String host(String address) {
    try {
      String host = new URI(address.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException broken) {
      int from = address.indexOf("://");
      if (from < 0) {
        return "";
      }
      int to = address.indexOf('/', from + 3);
      return address.substring(from + 3, to < 0 ? address.length() : to).toLowerCase(Locale.ROOT);
    }
  }
}
