/**
 * News captures in, articles and the places they are about out.
 *
 * <p>{@link io.dateline.NewsAnalyzer} is the front door. The packages below it are the stages, in
 * the order in which a capture flows through them: {@code markup} (the source of a page as a tree),
 * {@code capture} (tree or lines to blocks), {@code boilerplate} (a kind and a reason for every
 * block), {@code furniture} (what bylines, datelines, dates and credits look like), {@code article}
 * (fields and body), {@code gazetteer} (names to places), {@code toponym} (recognise, resolve,
 * focus).
 *
 * <pre>{@code
 * NewsAnalyzer analyzer = NewsAnalyzer.create(AnalyzerOptions.defaults());
 * NewsDocument document = analyzer.analyze(TextCapture.of(savedText));
 * System.out.println(document.article().headline());
 * document.places().forEach(place -> System.out.println(place.name() + " " + place.point()));
 * }</pre>
 */
@NullMarked
package io.dateline;

import org.jspecify.annotations.NullMarked;
