/**
 * Installs what the indices need: component templates, index templates, the indices with their
 * aliases, and the ingest pipeline where the node can run it. Start at {@link
 * io.dateline.tika.connector.setup.ClusterSetup}.
 *
 * <pre>{@code
 * try (RestClient client = access.open()) {
 *   for (SetupLine line : new ClusterSetup(client, new Choices(false, false, false)).run()) {
 *     System.out.println(line);
 *   }
 * }
 * }</pre>
 *
 * <p>The files are the distribution's {@code elasticsearch/} folder, copied into this package by
 * the build. Each bears a version and {@code managed_by: dateline}; what bears neither was made by
 * somebody else and is left alone.
 */
@NullMarked
package io.dateline.tika.connector.setup;

import org.jspecify.annotations.NullMarked;
