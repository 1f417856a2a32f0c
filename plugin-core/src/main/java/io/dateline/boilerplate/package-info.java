/**
 * Boilerplate is everything on a news page that is not the article's body. This package gives every
 * block a {@link io.dateline.boilerplate.BlockKind} and a reason that a person understands, and
 * says whether the page is an article at all.
 *
 * <pre>{@code
 * Judgement judgement = BoilerplateDetector.create().judge(page);
 * judgement.blocks().forEach(b -> System.out.println(b.kind().label() + " " + b.reason()));
 * }</pre>
 */
@NullMarked
package io.dateline.boilerplate;

import org.jspecify.annotations.NullMarked;
