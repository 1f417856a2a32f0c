package io.dateline.bench;

import io.dateline.Mode;
import io.dateline.NewsAnalyzer;
import io.dateline.capture.HtmlCapture;
import io.dateline.tika.parser.NewsParserSettings;
import io.dateline.tika.parser.SharedAnalyzers;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints how much heap the gazetteer and the models hold in a process that has analyzed its first
 * pages: live bytes after a full collection, less those before anything was loaded. jsoup's own
 * tables are counted as before, for Tika has them too.
 *
 * <p>No arguments.
 */
public final class HeapUse {

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
  private static final int COLLECTIONS = 4;

  /** The analyzer must be alive when the heap is read. */
  private static @Nullable NewsAnalyzer kept;

  private HeapUse() {}

  /** See the class. */
  public static void main(String[] args) {
    List<HtmlCapture> pages =
        List.of(HtmlCapture.of(Shapes.of("wire-story")), HtmlCapture.of(Shapes.of("long-feature")));
    long before = live();
    NewsAnalyzer analyzer = SharedAnalyzers.of(NewsParserSettings.defaults());
    analyzer.preload();
    long preloaded = live();
    for (HtmlCapture page : pages) {
      analyzer.analyze(page, Mode.ALWAYS);
    }
    kept = analyzer;
    long after = live();
    System.out.printf(
        "heap held: %.1f MB after the preload, %.1f MB after the first pages%n",
        megabytes(preloaded - before), megabytes(after - before));
  }

  private static long live() {
    for (int i = 0; i < COLLECTIONS; i++) { // what references and finalizers hold goes in turns
      MEMORY.gc();
    }
    return MEMORY.getHeapMemoryUsage().getUsed();
  }

  private static double megabytes(long bytes) {
    return bytes / 1_048_576.0;
  }
}
