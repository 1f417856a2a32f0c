/**
 * Toponyms: recognise the names of places in a text, resolve each to a place, and find the focus of
 * the story. The three steps and their terms follow the geoparsing literature (Gritta et al., "A
 * Pragmatic Guide to Geoparsing Evaluation", 2020).
 *
 * <pre>{@code
 * Geotagger geotagger = new Geotagger(Gazetteer.builtIn(), GeotagOptions.defaults());
 * Geotags tags = geotagger.geotag(Story.of(article));
 * }</pre>
 */
@NullMarked
package io.dateline.toponym;

import org.jspecify.annotations.NullMarked;
