/**
 * Real Elasticsearch nodes for tests and the demo. Start at {@link
 * io.dateline.elasticsearch.ElasticsearchNode}.
 *
 * <pre>{@code
 * try (var node = ElasticsearchNode.of(Path.of("elasticsearch-8.19.21.zip")).start()) {
 *   node.url();  // http://127.0.0.1:NNNNN
 * }
 * }</pre>
 *
 * <p>The zip is the minimal distribution that Elastic publishes for integration tests. It is
 * fetched by the build and unpacked once into the temporary folder; it is never redistributed. The
 * server refuses to run as root, so root starts it as another user: with setpriv, else runuser,
 * else unshare. Without any of them a start fails; it is never skipped.
 */
@NullMarked
package io.dateline.elasticsearch;

import org.jspecify.annotations.NullMarked;
