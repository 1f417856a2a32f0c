/**
 * A Tika Pipes emitter that indexes articles and their places into Elasticsearch. Start at {@link
 * io.dateline.tika.connector.ElasticsearchEmitter}; in {@code tika-config.xml}:
 *
 * <pre>{@code
 * <emitters>
 *   <emitter class="io.dateline.tika.connector.ElasticsearchEmitter">
 *     <name>elasticsearch</name>
 *     <url>http://localhost:9200</url>
 *     <deadLetterFolder>/var/lib/dateline/dead-letters</deadLetterFolder>
 *   </emitter>
 * </emitters>
 * }</pre>
 *
 * <p>Below it, in the order in which data flows: {@code document} makes the documents of Tika's
 * metadata, {@code delivery} stores them, {@code connection} reaches the cluster; {@code setup}
 * installs the templates. Elasticsearch's client and its JSON library are relocated into the
 * connector's jar, so other emitters on the same class path can bring their own.
 */
@NullMarked
package io.dateline.tika.connector;

import org.jspecify.annotations.NullMarked;
