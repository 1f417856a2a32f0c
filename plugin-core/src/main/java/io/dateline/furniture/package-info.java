/**
 * Furniture is the trade's word for the standing lines around a story: dateline, byline, timestamp,
 * agency, credit, print notice. This package recognises such a line in any of its languages and
 * reads what it says; {@code boilerplate} uses it to name a block, {@code article} to fill a field.
 */
@NullMarked
package io.dateline.furniture;

import org.jspecify.annotations.NullMarked;
