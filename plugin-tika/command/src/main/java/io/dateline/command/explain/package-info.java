/**
 * Explanations: why each block of a capture was kept or removed, and why each name is taken for
 * that place. {@link io.dateline.command.explain.Explanation} puts the places back into the
 * capture's blocks; {@link io.dateline.command.explain.ExplanationPage} and {@link
 * io.dateline.command.explain.ExplanationText} show it in a browser and in a terminal.
 *
 * <pre>{@code
 * Explanation explanation = Explanation.of("page.html", document);
 * String html = ExplanationPage.of(explanation);
 * }</pre>
 */
@NullMarked
package io.dateline.command.explain;

import org.jspecify.annotations.NullMarked;
