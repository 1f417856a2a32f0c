package io.dateline.furniture;

import org.jspecify.annotations.Nullable;

/**
 * Where a story was filed.
 *
 * @param place as printed, such as {@code "BEIRUT/MOSCOW"} or {@code "KAMPALA, Uganda"}
 * @param agency the agency named with it
 * @param date ISO 8601 day when the dateline has a full date
 * @param end offset in UTF-16 code units of the story's first word behind it
 * @param certain false for a bare {@code "CAPITALS:"}, which may also be a speaker or a label
 */
public record Dateline(
    String place, @Nullable String agency, @Nullable String date, int end, boolean certain) {}
