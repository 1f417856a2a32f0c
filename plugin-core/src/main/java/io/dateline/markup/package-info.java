/**
 * The source of a page as a tree. {@link io.dateline.markup.MarkupTree#parse} reads UTF-8 bytes
 * once and leaves elements, texts and attributes as numbers in arrays: what stands where in the
 * source. Nothing is decoded before somebody asks for it, because half of a news page is never
 * read.
 *
 * <pre>{@code
 * MarkupTree page = MarkupTree.parse("<p>One <b>two</b>".getBytes(UTF_8));
 * page.text(page.body()); // "One two"
 * }</pre>
 *
 * <p>Follows the <a href="https://html.spec.whatwg.org/multipage/parsing.html">HTML standard's
 * parsing</a>: its tokenization, its implied tags, scopes, formatting elements, tables and
 * drawings. One choice differs: nodes never move. Where the standard takes content out of a table
 * or copies elements around a block that was closed crosswise, the text stays where the source has
 * it, which is the order people read; {@link io.dateline.markup.Tag#FORMAT_END} says where such an
 * element stops to hold. In exchange the tree is a few arrays in document order, and building it
 * takes a quarter of the time that a library's tree of objects takes; this is the reason why the
 * package exists. The library (jsoup) still says what a named character reference stands for, and
 * the tests compare both trees.
 */
@NullMarked
package io.dateline.markup;

import org.jspecify.annotations.NullMarked;
