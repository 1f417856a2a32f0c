/** Checks of the outlines and of the step that makes them. */
@NullMarked
package io.dateline.outline;

import org.jspecify.annotations.NullMarked;
