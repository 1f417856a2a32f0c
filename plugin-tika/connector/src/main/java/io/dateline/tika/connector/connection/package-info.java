/**
 * How to reach a cluster: addresses, credentials, certificates, time limits. Start at {@link
 * io.dateline.tika.connector.connection.Access}.
 *
 * <pre>{@code
 * var access = Access.to("https://localhost:9200")
 *     .withBasicAuth("ingest", Secret.fromEnvironment("ES_PASSWORD"))
 *     .withCaFile(Path.of("http_ca.crt"));
 * try (RestClient client = access.open()) { … }
 * }</pre>
 *
 * <p>Secrets are kept in {@link io.dateline.tika.connector.connection.Secret}, which does not show
 * them in {@code toString}, so they cannot get into a log by accident.
 */
@NullMarked
package io.dateline.tika.connector.connection;

import org.jspecify.annotations.NullMarked;
