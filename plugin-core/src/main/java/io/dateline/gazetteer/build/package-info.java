/**
 * Makes gazetteers: from lists of places to the binary index that {@link
 * io.dateline.gazetteer.Gazetteer} maps.
 *
 * <p>{@link io.dateline.gazetteer.build.PackageImport} turns the registry packages into the compact
 * source under {@code src/main/gazetteer}, once per data release; {@link
 * io.dateline.gazetteer.build.BuiltInCompiler} turns that source into the index in the jar, at
 * every build. All output is the same, byte for byte, for the same input.
 *
 * <p>Names and places stream through sorted runs on disk, so that all of GeoNames needs no more
 * heap than the built-in gazetteer.
 */
@NullMarked
package io.dateline.gazetteer.build;

import org.jspecify.annotations.NullMarked;
