/** Checks of {@code docker/compose.yaml}, which cannot be run where the tests run. */
@NullMarked
package io.dateline.docker;

import org.jspecify.annotations.NullMarked;
