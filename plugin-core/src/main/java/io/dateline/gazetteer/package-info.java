/**
 * The gazetteer: names to places. Built into the jar from GeoNames' places with 500 and more
 * people, divisions, countries, and lists of our own (demonyms, macro-regions, abbreviations).
 *
 * <p>Offsets, ids and arrays are primitive because there are millions of names; {@link
 * io.dateline.gazetteer.Gazetteer} is where to start.
 */
@NullMarked
package io.dateline.gazetteer;

import org.jspecify.annotations.NullMarked;
