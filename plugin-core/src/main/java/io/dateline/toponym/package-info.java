/**
 * Toponyms: recognise the names of places in a text, resolve each to a place, and find the focus of
 * the story. The three steps and their terms follow the geoparsing literature (Gritta et al., "A
 * Pragmatic Guide to Geoparsing Evaluation", 2020).
 *
 * <pre>{@code
 * Geotagger geotagger = new Geotagger(Gazetteer.builtIn(), GeotagOptions.defaults());
 * Geotags tags = geotagger.geotag(Story.of(article));
 * }</pre>
 *
 * <p>The way of a text: {@code Tokenizer}, {@code MentionFinder} (longest match, {@code
 * Inflections} where that fails, {@code LoosePass} for romanised Arabic), {@code Guards} (cues
 * around each sighting), {@code Resolver} (all names together), {@code Placeness} and {@code
 * Confidence}, {@code UnlistedPlaces}, {@code FocusFinder}.
 *
 * <p>Choices that last, and what they were worth on the development sets (end-to-end F at 161 km):
 *
 * <ul>
 *   <li>Words are looked up in lists, never in a model of a language. Lists of common words, given
 *       names, titles and organisations gave 10 points on small papers, nearly all in precision.
 *   <li>The words of a text tell its home country ({@code HomeCountries}), and all readings of all
 *       names vote for the focus: 11 points of focus country on small papers, where most names
 *       could lie in ten states.
 *   <li>What share of a document's evidence lies in one country counts, not only how much: world
 *       news keeps its capitals, a town's paper its namesakes.
 *   <li>A town goes before the division called like it, and answers with the chances of both.
 *   <li>Where case says nothing (German nouns, scripts without case) a capital beside a name is
 *       weighed little, a common word twice, and a name the more the better known its place is: 3
 *       points on eleven languages.
 *   <li>A country's name counts in the languages that have it, so that "Suis" is not Switzerland in
 *       French; the publisher's name and the country of its address speak for their surroundings.
 *   <li>Other names of places in countries with another script cost less than elsewhere, because
 *       transliteration makes them the rule.
 *   <li>The weights of {@code placeness.tsv} are set by hand. Fitted to GeoVirus by logistic
 *       regression they gained one point there and lost two to four on small papers and other
 *       languages, so only the confidence is calibrated on it.
 * </ul>
 */
@NullMarked
package io.dateline.toponym;

import org.jspecify.annotations.NullMarked;
