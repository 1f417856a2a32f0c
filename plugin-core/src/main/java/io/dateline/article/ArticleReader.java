package io.dateline.article;

import io.dateline.LanguageIdentifier;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.boilerplate.Judgement;
import io.dateline.capture.CapturedPage;
import java.util.stream.Collectors;

/** Reads the article's fields and body from a judged page. Immutable, safe to share. */
public final class ArticleReader {

  @SuppressWarnings("UnusedVariable") // read by the language check
  private final LanguageIdentifier languageIdentifier;

  public ArticleReader(LanguageIdentifier languageIdentifier) {
    this.languageIdentifier = languageIdentifier;
  }

  /** Reads a judged page. */
  public Article read(CapturedPage page, Judgement judgement) {
    return Article.ofText(
        judgement.blocks().stream()
            .filter(block -> block.kind().isBody())
            .map(JudgedBlock::text)
            .collect(Collectors.joining(Article.PARAGRAPH_SEPARATOR)));
  }

  /** Takes clean text as it is; only the language is looked at. */
  public Article readClean(String text) {
    return Article.ofText(text);
  }
}
