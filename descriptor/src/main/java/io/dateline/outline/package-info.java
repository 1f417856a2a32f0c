/**
 * The maintenance step behind {@code elasticsearch/countries.geojson}: Natural Earth's countries,
 * simplified, with ISO codes, for maps that must do without Elastic's map service.
 *
 * <p>Start at {@link io.dateline.outline.CountryOutlines}; run {@code src/main/outlines/update.sh}.
 * Outlines are simplified arc by arc, so that neighbours keep a common border, in whole hundredths
 * of a degree, so that every test on them is exact. What Elasticsearch would refuse is made again
 * with a finer border: a ring that crosses or touches itself. Rings over the 180th meridian are cut
 * there.
 */
@NullMarked
package io.dateline.outline;

import org.jspecify.annotations.NullMarked;
