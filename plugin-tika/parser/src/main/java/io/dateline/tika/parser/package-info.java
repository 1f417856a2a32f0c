/**
 * The parser that a Tika Server loads by itself: news captures are cleaned and geotagged,
 * everything else comes out as from stock Tika.
 */
@NullMarked
package io.dateline.tika.parser;

import org.jspecify.annotations.NullMarked;
