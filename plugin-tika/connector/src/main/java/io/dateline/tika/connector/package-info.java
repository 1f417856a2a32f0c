/** A Tika Pipes emitter that indexes articles and their places into Elasticsearch. */
@NullMarked
package io.dateline.tika.connector;

import org.jspecify.annotations.NullMarked;
