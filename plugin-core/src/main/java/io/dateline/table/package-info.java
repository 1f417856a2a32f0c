/**
 * Tables of numbers: what is looked up for every word of a page is kept in arrays, by the words'
 * hashes. Those that are made from the lists in the jar ({@link io.dateline.table.ListFile}) are
 * worked out when Dateline is built and packed into files ({@link io.dateline.table.PackWriter}),
 * because reading lists costs a process that has just started half a second; {@link
 * io.dateline.table.PackReader} has them in a few milliseconds. The packs are made by Maven's
 * {@code process-classes}; who edits a list and builds without Maven sees the old one.
 */
@NullMarked
package io.dateline.table;

import org.jspecify.annotations.NullMarked;
