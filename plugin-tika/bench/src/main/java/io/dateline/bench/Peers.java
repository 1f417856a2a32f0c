package io.dateline.bench;

import io.dateline.AnalyzerOptions;
import io.dateline.Mode;
import io.dateline.NewsAnalyzer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** Other people's programs, each behind a class loader of its own. */
final class Peers {

  private Peers() {}

  /** boilerpipe's article extractor, with the parser it brings. */
  static Contestant boilerpipe(Path jars) throws Exception {
    Class<?> type = loader(jars).loadClass("de.l3s.boilerpipe.extractors.ArticleExtractor");
    Object extractor = type.getField("INSTANCE").get(null);
    Method getText = type.getMethod("getText", String.class);
    return page -> getText.invoke(extractor, new String(page, StandardCharsets.UTF_8));
  }

  /** readability4j, with the jsoup it brings. */
  static Contestant readability4j(Path jars) throws Exception {
    Class<?> type = loader(jars).loadClass("net.dankito.readability4j.Readability4J");
    var make = type.getConstructor(String.class, String.class);
    Method parse = type.getMethod("parse");
    return page ->
        parse.invoke(
            make.newInstance("https://example.com/a", new String(page, StandardCharsets.UTF_8)));
  }

  /** CLAVIN on the text of our articles, which are made before the clock runs. */
  static Contestant clavin(Path jars, Path cities, List<byte[]> pages) throws Exception {
    Path index = Files.createTempDirectory("clavin-index");
    Thread.currentThread().setContextClassLoader(loader(jars));
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    loader
        .loadClass("com.novetta.clavin.index.IndexDirectoryBuilder")
        .getMethod("main", String[].class)
        .invoke(
            null,
            (Object)
                new String[] {
                  "--replace-index",
                  "--gazetteer-files",
                  cities.toString(),
                  "--index-path",
                  index.toString()
                });
    Object parser =
        loader
            .loadClass("com.novetta.clavin.GeoParserFactory")
            .getMethod("getDefault", String.class)
            .invoke(null, index.toString());
    Method parse = parser.getClass().getMethod("parse", String.class);
    var texts = new java.util.IdentityHashMap<byte[], String>();
    NewsAnalyzer analyzer = NewsAnalyzer.create(AnalyzerOptions.defaults());
    for (byte[] page : pages) {
      texts.put(page, analyzer.analyze(Ours.capture(page), Mode.ALWAYS).article().text());
    }
    return page -> parse.invoke(parser, texts.get(page));
  }

  private static URLClassLoader loader(Path jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> files = Files.list(jars)) {
      for (Path file : files.sorted().toList()) {
        urls.add(file.toUri().toURL());
      }
    }
    return new URLClassLoader(
        jars.getFileName().toString(),
        urls.toArray(new URL[0]),
        ClassLoader.getPlatformClassLoader());
  }

  /** Parsing alone: what anybody has to pay who looks at a page. */
  static Contestant parseOnly() {
    return page -> Jsoup.parse(new String(page, StandardCharsets.UTF_8));
  }
}
