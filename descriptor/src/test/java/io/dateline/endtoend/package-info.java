/**
 * The distribution as an operator meets it: the command, a real Tika Server with {@code
 * tika-extras} on its class path, a real Elasticsearch node. These tests fail, never skip, when a
 * server cannot start.
 */
@NullMarked
package io.dateline.endtoend;

import org.jspecify.annotations.NullMarked;
