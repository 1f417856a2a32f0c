/**
 * How fast it is: {@link io.dateline.bench.PagesPerSecond} beside its peers on a folder of pages,
 * {@link io.dateline.bench.ArticlesPerSecond} on clean texts, {@link
 * io.dateline.bench.AnalysisBenchmark} by the shape of the input, {@link
 * io.dateline.bench.ServerThroughput} and {@link io.dateline.bench.Soak} inside a real Tika Server.
 * The commands stand in the README under "Speed".
 */
@NullMarked
package io.dateline.bench;

import org.jspecify.annotations.NullMarked;
