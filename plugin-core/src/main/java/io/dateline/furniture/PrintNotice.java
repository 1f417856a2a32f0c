package io.dateline.furniture;

import org.jspecify.annotations.Nullable;

/**
 * A note that the story stood in the printed paper.
 *
 * @param edition the paper or edition, such as {@code "The Daily Planet"}
 * @param date ISO 8601 day
 * @param page such as {@code "1"} or {@code "A12"}
 */
public record PrintNotice(@Nullable String edition, @Nullable String date, @Nullable String page) {}
