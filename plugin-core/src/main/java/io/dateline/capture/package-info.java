/**
 * A capture is what somebody saved of a page: its HTML or its plain text. This package turns either
 * into the same thing, a {@link io.dateline.capture.CapturedPage}: blocks of text in reading order
 * plus what the page claims about itself (JSON-LD, OpenGraph, meta, microdata).
 *
 * <pre>{@code
 * CapturedPage page = CapturedPage.of(TextCapture.of(savedText));
 * page.blocks().forEach(block -> System.out.println(block.text()));
 * }</pre>
 */
@NullMarked
package io.dateline.capture;

import org.jspecify.annotations.NullMarked;
