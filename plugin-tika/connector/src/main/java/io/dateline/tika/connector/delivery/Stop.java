package io.dateline.tika.connector.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Failures that no other document can escape: somebody has to change a setting first. */
final class Stop {

  private static final Pattern NO_FIELD = Pattern.compile("introduction of \\[([^\\]]+)\\]");

  private Stop() {}

  /** Whether the answer to one action speaks of the set-up, not of the document. */
  static boolean isConfiguration(int status, @Nullable String type, @Nullable String reason) {
    return status == 401
        || status == 403
        || "index_not_found_exception".equals(type)
        || (status == 400
            && reason != null
            && reason.toLowerCase(Locale.ROOT).matches("pipeline with id .* does not exist.*"));
  }

  /**
   * Whether the index has no field for something that this version of the connector writes: then it
   * was set up by another version, or by hand, and refuses every document that has the field. What
   * an ingest pipeline added is not meant; that is the one document's affair.
   */
  static boolean isOtherMapping(BulkAction action, @Nullable String type, @Nullable String reason) {
    if (!"strict_dynamic_mapping_exception".equals(type) || reason == null) {
      return false;
    }
    Matcher field = NO_FIELD.matcher(reason);
    return field.find()
        && new String(action.source(), StandardCharsets.UTF_8)
            .contains("\"" + field.group(1) + "\":");
  }

  /** One sentence that says what to do. */
  static String reason(int status, @Nullable String type, @Nullable String reason) {
    if (ClusterException.NOT_TRUSTED.equals(type)) {
      return String.valueOf(reason);
    }
    String said = " (" + status + (reason == null ? "" : ": " + reason) + ")";
    if (status == 401) {
      return "Elasticsearch does not accept the credentials; check username and password, or the"
          + " API key"
          + said;
    }
    if (status == 403) {
      return "Elasticsearch does not allow this user to write; `dateline setup --print-role` prints"
          + " the role it needs"
          + said;
    }
    if ("index_not_found_exception".equals(type)) {
      return "an index is missing; run `dateline setup --elasticsearch URL` first" + said;
    }
    if ("strict_dynamic_mapping_exception".equals(type)) {
      return "an index was not set up by this version of Dateline; run `dateline setup"
          + " --elasticsearch URL`, or move the index away"
          + said;
    }
    if ("media_type_header_exception".equals(type)) {
      return "this Elasticsearch does not speak the client's version" + said;
    }
    if (reason != null && reason.startsWith("pipeline with id")) {
      return "the configured ingest pipeline is missing" + said;
    }
    return "Elasticsearch refused the whole request" + said;
  }
}
