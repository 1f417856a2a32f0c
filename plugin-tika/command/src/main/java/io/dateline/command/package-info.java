/** The {@code dateline} command: extract, ingest, explain, setup, gazetteer. */
@NullMarked
package io.dateline.command;

import org.jspecify.annotations.NullMarked;
