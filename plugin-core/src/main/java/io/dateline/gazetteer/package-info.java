/**
 * The gazetteer: names to places. Built into the jar from GeoNames' places with 500 and more
 * people, divisions, countries, and lists of our own (demonyms, macro-regions, abbreviations).
 *
 * <p>{@link io.dateline.gazetteer.Gazetteer} is where to start. A text is folded once ({@link
 * io.dateline.gazetteer.FoldedText}) and walked through the {@link
 * io.dateline.gazetteer.NameIndex}, which knows all names at once:
 *
 * <pre>{@code
 * Gazetteer gazetteer = Gazetteer.builtIn();
 * for (Candidate candidate : gazetteer.names().find("Győr")) {
 *   System.out.println(gazetteer.name(candidate.place()) + " " + gazetteer.point(candidate.place()));
 * }
 * }</pre>
 *
 * <p>Offsets, ids and arrays are primitive because there are millions of names, and nearly all lies
 * in one memory-mapped file: a start takes a tenth of a second, the heap holds 4 MB whatever the
 * size, and processes share the rest. What we gave up: names are compared by folded spelling only,
 * so case and full stops, which tell {@code US} from {@code us}, are the caller's to look at.
 */
@NullMarked
package io.dateline.gazetteer;

import org.jspecify.annotations.NullMarked;
