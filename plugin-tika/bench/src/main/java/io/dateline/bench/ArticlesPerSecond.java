package io.dateline.bench;

import com.sun.management.ThreadMXBean;
import io.dateline.NewsAnalyzer;
import io.dateline.NewsDocument;
import io.dateline.tika.parser.NewsJson;
import io.dateline.tika.parser.NewsParserSettings;
import io.dateline.tika.parser.SharedAnalyzers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints documents of 3,000 bytes a second of CPU time of one thread, for what {@code dateline
 * extract --as-article} does with each: reading the file, hashing, decoding, language, places, and
 * the JSON line. The median and the best of the rounds behind a quarter that warms up.
 *
 * <p>Arguments: a folder of plain texts, rounds. The texts are joined and cut into documents, so
 * that every document has the size that is spoken of.
 */
public final class ArticlesPerSecond {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BYTES = 3_000;

  private ArticlesPerSecond() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    List<Path> documents = documents(Path.of(args[0]));
    int rounds = Integer.parseInt(args[1]);
    NewsAnalyzer analyzer = SharedAnalyzers.of(NewsParserSettings.defaults());
    List<Double> rates = new ArrayList<>();
    long characters = 0;
    long allocated = 0;
    for (int round = 0; round < rounds; round++) {
      long cpu = THREADS.getCurrentThreadCpuTime();
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      for (Path document : documents) {
        characters += line(analyzer, document).length();
      }
      double seconds = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9;
      allocated = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / documents.size();
      if (round >= rounds / 4) {
        rates.add(documents.size() / seconds);
      }
    }
    rates.sort(null);
    System.out.printf(
        "%d documents of %d bytes, %d rounds, JDK %s: median %.0f, best %.0f documents a CPU second;"
            + " %d KB allocated a document, %d characters of JSON%n",
        documents.size(),
        BYTES,
        rounds,
        System.getProperty("java.version"),
        rates.get(rates.size() / 2),
        rates.get(rates.size() - 1),
        allocated / 1024,
        characters / rounds / documents.size());
  }

  /** What the command does with one file. */
  private static String line(NewsAnalyzer analyzer, Path document) throws Exception {
    byte[] bytes = Files.readAllBytes(document);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    NewsDocument read = analyzer.analyzeArticle(text);
    return NewsJson.line(document.getFileName().toString(), sha256, read, text);
  }

  /** Cut between words. */
  private static List<Path> documents(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file)).append("\n\n");
      }
    }
    List<Path> documents = new ArrayList<>();
    Path work = Files.createTempDirectory("dateline-articles");
    int start = 0;
    int bytes = 0;
    for (int at = 0; at < all.length(); at++) {
      char c = all.charAt(at);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      if (bytes >= BYTES && c == ' ') {
        Path document = work.resolve(documents.size() + ".txt");
        documents.add(Files.writeString(document, all.substring(start, at)));
        start = at;
        bytes = 0;
      }
    }
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("less than " + BYTES + " bytes of text in " + folder);
    }
    return documents;
  }
}
