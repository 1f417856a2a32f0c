package io.dateline.bench;

import io.dateline.Mode;
import io.dateline.NewsAnalyzer;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.Provenance;
import io.dateline.capture.TextCapture;
import io.dateline.tika.parser.NewsParserSettings;
import io.dateline.tika.parser.SharedAnalyzers;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints how much heap the gazetteer and the models hold in a process that has analyzed its first
 * pages, and then texts in four scripts whose languages only n-grams tell: live bytes after a full
 * collection, less those before anything was loaded. jsoup's own tables are counted as before, for
 * Tika has them too.
 *
 * <p>No arguments.
 */
public final class HeapUse {

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
  private static final int COLLECTIONS = 4;

  /** In languages with close kin, or of which no function words are known. */
  private static final List<String> FOR_NGRAMS =
      List.of(
          "Ordføreren i kommunen sa mandag at broen over elva ikke blir åpnet igjen før helgen.",
          "Градоначалникот рече дека мостот преку реката ќе остане затворен до крајот на неделата.",
          "میئر نے کہا کہ دریا پر بنا پل ہفتے کے آخر تک بند رہے گا کیونکہ پانی بہت اونچا ہے۔",
          "नदीवरील पूल आठवड्याच्या शेवटपर्यंत बंद राहील, असे महापौरांनी सोमवारी सांगितले.");

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
    long after = live();
    for (String text : FOR_NGRAMS) {
      analyzer.analyze(new TextCapture(text, Provenance.unknown()), Mode.ALWAYS);
    }
    kept = analyzer;
    long all = live();
    System.out.printf(
        "heap held: %.1f MB after the preload, %.1f MB after the first pages,"
            + " %.1f MB with n-grams of all languages%n",
        megabytes(preloaded - before), megabytes(after - before), megabytes(all - before));
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
