package io.dateline.tika.connector;

import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.connection.Secret;
import io.dateline.tika.connector.delivery.Delivery.OnDuplicate;
import io.dateline.tika.connector.delivery.Sending;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The emitter's parameters, checked: the only place where their names and ranges are known.
 *
 * @param access where the cluster is
 * @param sending how documents get there
 * @param zone of times that state none
 */
record EmitterSettings(Access access, Sending sending, ZoneId zone) {

  private static final Set<String> NAMES =
      Set.of(
          "url",
          "username",
          "password",
          "passwordEnv",
          "passwordFile",
          "apiKey",
          "apiKeyEnv",
          "apiKeyFile",
          "caFile",
          "caFingerprint",
          "connectTimeoutMillis",
          "requestTimeoutMillis",
          "compress",
          "articleIndex",
          "placeIndex",
          "pipeline",
          "onDuplicate",
          "deadlineMillis",
          "deadLetterFolder",
          "deadLetterMaxBytes",
          "batchBytes",
          "batchDocuments",
          "timezone");

  /**
   * Reads parameters as they stand in a configuration.
   *
   * @throws IllegalArgumentException with a sentence that names the parameter
   */
  static EmitterSettings read(Map<String, String> given) {
    Map<String, String> params = new HashMap<>();
    given.forEach(
        (name, value) -> {
          if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("unknown parameter " + name);
          }
          if (!value.isBlank()) {
            params.put(name, value.strip());
          }
        });
    return new EmitterSettings(access(params), sending(params), zone(params));
  }

  private static Access access(Map<String, String> params) {
    Access access = Access.to(params.getOrDefault("url", ""));
    Secret password = secret(params, "password");
    String username = params.get("username");
    if ((username == null) != (password == null)) {
      throw new IllegalArgumentException(
          "username needs one of password, passwordEnv and passwordFile, and they need it");
    }
    if (username != null && password != null) {
      access = access.withBasicAuth(username, password);
    }
    Secret apiKey = secret(params, "apiKey");
    if (apiKey != null) {
      access = access.withApiKey(apiKey);
    }
    if (params.containsKey("caFile")) {
      access = access.withCaFile(Path.of(params.get("caFile")));
    }
    if (params.containsKey("caFingerprint")) {
      access = access.withCaFingerprint(params.get("caFingerprint"));
    }
    return access
        .withTimeouts(
            millis(params, "connectTimeoutMillis", access.connectTimeout()),
            millis(params, "requestTimeoutMillis", access.requestTimeout()))
        .withCompression(
            "true".equals(oneOf(params, "compress", "" + access.compress(), "true", "false")));
  }

  private static @Nullable Secret secret(Map<String, String> params, String name) {
    long ways =
        Arrays.asList(name, name + "Env", name + "File").stream()
            .filter(params::containsKey)
            .count();
    if (ways > 1) {
      throw new IllegalArgumentException(
          "give one of " + name + ", " + name + "Env and " + name + "File");
    }
    if (params.containsKey(name)) {
      return Secret.of(params.get(name));
    }
    if (params.containsKey(name + "Env")) {
      return Secret.fromEnvironment(params.get(name + "Env"));
    }
    return params.containsKey(name + "File")
        ? Secret.fromFile(Path.of(params.get(name + "File")))
        : null;
  }

  private static Sending sending(Map<String, String> params) {
    Sending usual = Sending.DEFAULT;
    String folder = params.get("deadLetterFolder");
    String onDuplicate = oneOf(params, "onDuplicate", "replace", "replace", "keep", "version");
    return new Sending(
        params.getOrDefault("articleIndex", usual.articleIndex()),
        params.getOrDefault("placeIndex", usual.placeIndex()),
        params.get("pipeline"),
        OnDuplicate.valueOf(onDuplicate.toUpperCase(Locale.ROOT)),
        millis(params, "deadlineMillis", usual.deadline()),
        folder == null ? null : Path.of(folder),
        number(params, "deadLetterMaxBytes", usual.deadLetterBytes()),
        number(params, "batchBytes", usual.batchBytes()),
        (int)
            Math.min(Integer.MAX_VALUE, number(params, "batchDocuments", usual.batchDocuments())));
  }

  private static ZoneId zone(Map<String, String> params) {
    try {
      return ZoneId.of(params.getOrDefault("timezone", "UTC"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timezone must be an IANA zone such as Europe/Prague; got " + params.get("timezone"), e);
    }
  }

  private static String oneOf(
      Map<String, String> params, String name, String usual, String... allowed) {
    String value = params.getOrDefault(name, usual).toLowerCase(Locale.ROOT);
    if (!Arrays.asList(allowed).contains(value)) {
      throw new IllegalArgumentException(
          name + " must be one of " + String.join(", ", allowed) + "; got " + value);
    }
    return value;
  }

  private static Duration millis(Map<String, String> params, String name, Duration usual) {
    return Duration.ofMillis(number(params, name, usual.toMillis()));
  }

  private static long number(Map<String, String> params, String name, long usual) {
    String value = params.get(name);
    if (value == null) {
      return usual;
    }
    try {
      long number = Long.parseLong(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number; got " + value, e);
    }
    throw new IllegalArgumentException(name + " must be positive; got " + value);
  }
}
