package io.dateline.command;

import io.dateline.NewsDocument;
import io.dateline.Status;
import io.dateline.tika.parser.NewsDocumentSink;
import io.dateline.tika.parser.NewsParserSettings;
import io.dateline.tika.parser.SharedAnalyzers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Analyzes capture files with the parser that a Tika Server loads, found the way the server finds
 * it. Safe to share between threads.
 */
final class CaptureAnalysis {

  /**
   * What came out of a file.
   *
   * @param sha256 of the unpacked capture; null when it could not be read
   * @param document the article, or why there is none
   * @param text the article's text, or Tika's own for other documents; null when there is none
   */
  record Result(@Nullable String sha256, NewsDocument document, @Nullable String text) {

    boolean ok() {
      return document.status() != Status.FAILED;
    }
  }

  private final AutoDetectParser parser = new AutoDetectParser();
  private final NewsParserSettings settings;
  private final boolean asArticle;

  CaptureAnalysis(NewsParserSettings settings, boolean asArticle) {
    this.settings = settings;
    this.asArticle = asArticle;
  }

  /** Analyzes a file. Whatever is wrong with it ends up in the result's status. */
  Result analyze(CaptureFile file) {
    try {
      return readAndAnalyze(file);
    } catch (OutOfMemoryError e) { // this capture is forgotten, and the others have room again
      return failed(null, "The memory did not suffice.");
    }
  }

  private Result readAndAnalyze(CaptureFile file) {
    byte[] bytes;
    try {
      bytes = file.read();
    } catch (IOException e) {
      return failed(null, "The file cannot be read: " + e.getMessage());
    }
    String sha256 = sha256(bytes);
    try {
      return asArticle ? article(bytes, sha256) : capture(file, bytes, sha256);
    } catch (CharacterCodingException e) {
      return failed(sha256, "The text is not UTF-8.");
    } catch (ZeroByteFileException e) {
      return new Result(sha256, NewsDocument.without(Status.EMPTY, "The capture is empty."), null);
    } catch (IOException | SAXException | TikaException | RuntimeException e) {
      return failed(sha256, "Tika failed: " + e);
    }
  }

  private Result article(byte[] bytes, String sha256) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    NewsDocument document = SharedAnalyzers.of(settings).analyzeArticle(text);
    return new Result(sha256, document, text);
  }

  private Result capture(CaptureFile file, byte[] bytes, String sha256)
      throws IOException, SAXException, TikaException {
    AtomicReference<@Nullable NewsDocument> sink = new AtomicReference<>();
    ParseContext context = new ParseContext();
    context.set(NewsDocumentSink.class, document -> sink.compareAndSet(null, document));
    context.set(NewsParserSettings.class, settings);
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.resourceName());
    BodyContentHandler body = new BodyContentHandler(-1);
    try (TikaInputStream stream = TikaInputStream.get(bytes, metadata)) {
      parser.parse(stream, body, metadata, context);
    }
    NewsDocument document = sink.get();
    if (document == null) {
      document =
          NewsDocument.without(
              Status.NOT_ARTICLE,
              "Tika takes the file for " + metadata.get(Metadata.CONTENT_TYPE) + ".");
    }
    String text =
        document.status() == Status.ARTICLE ? document.article().text() : body.toString().strip();
    return new Result(sha256, document, text.isEmpty() ? null : text);
  }

  private static Result failed(@Nullable String sha256, String reason) {
    return new Result(sha256, NewsDocument.without(Status.FAILED, reason), null);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
