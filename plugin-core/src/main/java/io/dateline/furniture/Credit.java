package io.dateline.furniture;

import org.jspecify.annotations.Nullable;

/**
 * Whom the page credits for a text or a picture.
 *
 * @param text as printed, without brackets and "Photo:"
 * @param agency the agency in it
 * @param start offset in UTF-16 code units where the credit begins in its line, bracket included
 * @param picture whether it credits a picture rather than the story
 */
public record Credit(String text, @Nullable String agency, int start, boolean picture) {}
