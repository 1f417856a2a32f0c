package io.dateline.gazetteer;

/**
 * A place that a name may mean.
 *
 * @param place dense id in its {@link Gazetteer}
 * @param type what the name is to the place
 */
public record Candidate(int place, NameType type) {}
