/**
 * The demo: real servers, the distribution's own files, and the samples through all of it.
 *
 * <p>{@code descriptor/demo.sh} builds what is missing and starts {@link io.dateline.demo.Demo}.
 * The end-to-end tests start the same servers with the same classes:
 *
 * <pre>{@code
 * try (TikaServerProcess tika = TikaServerProcess.start(jar, extras, null, work)) {
 *   HttpRequest request = HttpRequest.newBuilder(tika.uri("/rmeta/text"))
 *       .PUT(BodyPublishers.ofFile(capture)).build();
 *   ...
 * }
 * }</pre>
 */
@NullMarked
package io.dateline.demo;

import org.jspecify.annotations.NullMarked;
