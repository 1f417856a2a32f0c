package io.dateline.command.explain;

import io.dateline.NewsDocument;
import io.dateline.article.Article;
import io.dateline.article.Paragraph;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.toponym.Mention;
import io.dateline.toponym.ResolvedPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A document with its places put back into the capture's blocks.
 *
 * @param name what the capture is called
 * @param document what came out of it
 * @param verdict what mode auto makes of the capture, where that is not an article
 * @param passages the capture's blocks in order; for clean text its one passage
 * @param unplaced paragraphs of the article that no block holds, such as those from JSON-LD
 */
public record Explanation(
    String name,
    NewsDocument document,
    @Nullable String verdict,
    List<Passage> passages,
    List<Passage> unplaced) {

  /**
   * A block, or a paragraph without one.
   *
   * @param block null for a paragraph without one
   * @param spans its text in order
   */
  public record Passage(@Nullable JudgedBlock block, List<Span> spans) {

    public Passage {
      spans = List.copyOf(spans);
    }

    /** Whether it is part of the article's text. */
    public boolean isKept() {
      return block == null || block.kind().isBody();
    }
  }

  /**
   * A run of text that is a mention of a place or is not.
   *
   * @param text what stands there
   * @param place index into the document's places, or -1
   */
  public record Span(String text, int place) {}

  public Explanation {
    passages = List.copyOf(passages);
    unplaced = List.copyOf(unplaced);
  }

  /**
   * Explains a document.
   *
   * @param name what the capture is called
   * @param document analyzed in whatever mode gave an article
   * @param verdict what mode auto said, where that is not an article
   */
  public static Explanation of(String name, NewsDocument document, @Nullable String verdict) {
    List<Located> paragraphs = locate(document.article());
    TreeMap<Integer, Marked> mentions = mentions(document);
    List<Passage> passages = new ArrayList<>();
    int next = 0;
    for (JudgedBlock block : document.blocks()) {
      List<Span> spans = List.of(new Span(block.text(), -1));
      if (block.kind().isBody()) {
        int found = indexOfHolder(paragraphs, next, block.text());
        if (found >= 0) {
          Located paragraph = paragraphs.get(found);
          paragraph.shown = true;
          next = found;
          int inBlock = block.text().indexOf(paragraph.text);
          int start =
              inBlock >= 0
                  ? paragraph.start - inBlock
                  : paragraph.start + paragraph.text.indexOf(block.text());
          spans = spans(block.text(), start, mentions);
        }
      }
      passages.add(new Passage(block, spans));
    }
    List<Passage> unplaced =
        paragraphs.stream()
            .filter(paragraph -> !paragraph.shown)
            .map(p -> new Passage(null, spans(p.text, p.start, mentions)))
            .toList();
    return new Explanation(name, document, verdict, passages, unplaced);
  }

  /** Characters removed, by the label of the kind, in order of appearance. */
  public Map<String, Integer> removedChars() {
    Map<String, Integer> chars = new LinkedHashMap<>();
    for (JudgedBlock block : document.removed()) {
      chars.merge(block.kind().label(), block.text().length(), Integer::sum);
    }
    return chars;
  }

  /** The article's fields that are known, by their names in JSON. */
  public Map<String, String> fields() {
    Article article = document.article();
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "headline", article.headline());
    put(fields, "description", article.description());
    put(fields, "author", String.join("; ", article.author()));
    put(fields, "dateline", article.dateline());
    put(fields, "agency", article.agency());
    put(fields, "creditText", article.creditText());
    put(fields, "captions", String.join("\n", article.captions()));
    put(fields, "articleSection", article.articleSection());
    put(fields, "publisher", article.publisher());
    put(fields, "datePublished", article.datePublished());
    put(fields, "dateSource", article.dateSource());
    put(fields, "dateModified", article.dateModified());
    put(fields, "printEdition", article.printEdition());
    put(fields, "printPage", article.printPage());
    put(fields, "language", article.language());
    put(fields, "url", article.url());
    put(fields, "canonicalUrl", article.canonicalUrl());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fields.put(name, value);
    }
  }

  /** A paragraph and where it starts in the article's text. */
  private static final class Located {
    final String text;
    final int start;
    boolean shown;

    Located(String text, int start) {
      this.text = text;
      this.start = start;
    }
  }

  /** A mention and the index of its place. */
  private record Marked(Mention mention, int place) {}

  private static List<Located> locate(Article article) {
    List<Located> paragraphs = new ArrayList<>();
    int start = 0;
    for (Paragraph paragraph : article.body()) {
      paragraphs.add(new Located(paragraph.text(), start));
      start += paragraph.text().length() + Article.PARAGRAPH_SEPARATOR.length();
    }
    return paragraphs;
  }

  private static TreeMap<Integer, Marked> mentions(NewsDocument document) {
    List<Marked> all = new ArrayList<>();
    List<ResolvedPlace> places = document.places();
    for (int i = 0; i < places.size(); i++) {
      for (Mention mention : places.get(i).mentions()) {
        all.add(new Marked(mention, i));
      }
    }
    all.sort(Comparator.comparingInt(marked -> marked.mention.start()));
    TreeMap<Integer, Marked> byStart = new TreeMap<>();
    all.forEach(marked -> byStart.putIfAbsent(marked.mention.start(), marked));
    return byStart;
  }

  private static int indexOfHolder(List<Located> paragraphs, int from, String block) {
    for (int i = from; i < paragraphs.size(); i++) {
      String text = paragraphs.get(i).text;
      if (!text.isEmpty() && (block.contains(text) || text.contains(block))) {
        return i;
      }
    }
    return -1;
  }

  /** Cuts a text that starts at an offset of the article's text at the mentions inside it. */
  private static List<Span> spans(String text, int start, TreeMap<Integer, Marked> mentions) {
    List<Span> spans = new ArrayList<>();
    int done = 0;
    for (Marked marked : mentions.subMap(start, start + text.length()).values()) {
      int from = marked.mention.start() - start;
      int to = Math.min(marked.mention.end() - start, text.length());
      if (from >= done && text.startsWith(marked.mention.text(), from)) {
        if (from > done) {
          spans.add(new Span(text.substring(done, from), -1));
        }
        spans.add(new Span(text.substring(from, to), marked.place));
        done = to;
      }
    }
    if (done < text.length()) {
      spans.add(new Span(text.substring(done), -1));
    }
    return spans;
  }
}
