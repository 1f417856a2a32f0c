package io.dateline.command;

import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.connection.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that speak to Elasticsearch: where it is and how to be let in. */
final class ClusterArguments {

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description =
          "Where Elasticsearch listens, such as http://localhost:9200; several with commas between"
              + " them.")
  private @Nullable String url;

  @Option(names = "--username", paramLabel = "NAME", description = "For basic authentication.")
  private @Nullable String username;

  @Option(
      names = "--password-env",
      paramLabel = "VARIABLE",
      description = "The environment variable that holds the password.")
  private @Nullable String passwordEnv;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The file whose first line is the password.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--api-key-env",
      paramLabel = "VARIABLE",
      description = "The environment variable that holds an API key, encoded or as id:key.")
  private @Nullable String apiKeyEnv;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "The file whose first line is an API key, encoded or as id:key.")
  private @Nullable Path apiKeyFile;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "PEM certificate of the authority that signed the nodes' certificates.")
  private @Nullable Path caFile;

  @Option(
      names = "--ca-fingerprint",
      paramLabel = "HEX",
      description = "SHA-256 of that authority's certificate.")
  private @Nullable String caFingerprint;

  /**
   * All of them together.
   *
   * @throws IllegalArgumentException with a sentence that names the option
   */
  Access access() {
    if (url == null) {
      throw new IllegalArgumentException(
          "--elasticsearch is missing, for example --elasticsearch http://localhost:9200");
    }
    return accessTo(url);
  }

  /** Whether Elasticsearch is wanted at all. */
  boolean isGiven() {
    return url != null;
  }

  /**
   * Another service that takes the same credentials and certificate, Kibana say.
   *
   * @throws IllegalArgumentException with a sentence that names the option
   */
  Access accessTo(String address) {
    Access access = Access.to(address);
    Secret password = secret("--password", passwordEnv, passwordFile);
    if ((username == null) != (password == null)) {
      throw new IllegalArgumentException(
          "--username and one of --password-env and --password-file go together");
    }
    if (username != null && password != null) {
      access = access.withBasicAuth(username, password);
    }
    Secret apiKey = secret("--api-key", apiKeyEnv, apiKeyFile);
    if (apiKey != null) {
      access = access.withApiKey(apiKey);
    }
    if (caFile != null) {
      access = access.withCaFile(caFile);
    }
    return caFingerprint == null ? access : access.withCaFingerprint(caFingerprint);
  }

  private static @Nullable Secret secret(
      String name, @Nullable String variable, @Nullable Path file) {
    if (variable != null && file != null) {
      throw new IllegalArgumentException("give " + name + "-env or " + name + "-file, not both");
    }
    if (variable != null) {
      return Secret.fromEnvironment(variable);
    }
    return file == null ? null : Secret.fromFile(file);
  }
}
