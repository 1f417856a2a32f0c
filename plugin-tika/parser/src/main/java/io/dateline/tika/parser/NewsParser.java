package io.dateline.tika.parser;

import io.dateline.Mode;
import io.dateline.NewsAnalyzer;
import io.dateline.NewsDocument;
import io.dateline.Status;
import io.dateline.capture.Capture;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.Provenance;
import io.dateline.capture.TextCapture;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.tika.config.Initializable;
import org.apache.tika.config.InitializableProblemHandler;
import org.apache.tika.config.Param;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AbstractEncodingDetectorParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Cleans and geotags news captures: HTML pages and plain text saved from them.
 *
 * <p>A Tika Server that has the jar on its class path uses this parser by itself. A capture that is
 * not an article, is too big, or makes the analysis fail goes to the stock parser with its original
 * bytes; {@code news:status} says which. The analysis is finished before the first SAX event, so a
 * failure never leaves half a document behind.
 *
 * <p>Safe to share between threads once initialized, as Tika does.
 */
public final class NewsParser extends AbstractEncodingDetectorParser implements Initializable {

  private static final long serialVersionUID = 1L;
  private static final Logger log = LogManager.getLogger();

  private static final MediaType HTML = MediaType.TEXT_HTML;
  private static final MediaType XHTML = MediaType.application("xhtml+xml");
  private static final MediaType TEXT = MediaType.TEXT_PLAIN;
  private static final Set<MediaType> CAPTURES = Set.of(HTML, XHTML, TEXT);
  private static final MediaType MHTML = new MediaType("multipart", "related");
  private static final Set<MediaType> TYPES = Set.of(HTML, XHTML, TEXT, MHTML);

  /** Where an address may stand: in a WARC record, in an MHTML part, in a fetch by address. */
  private static final List<String> ADDRESS_KEYS =
      List.of(
          "warc:WARC-Target-URI", Metadata.CONTENT_LOCATION, TikaCoreProperties.RESOURCE_NAME_KEY);

  private NewsParserSettings settings = NewsParserSettings.defaults();

  /** The parser as a service. */
  public NewsParser() {}

  /** The parser as {@code tika-config.xml} wants it. */
  public NewsParser(EncodingDetector encodingDetector) {
    super(encodingDetector);
  }

  @Override
  @SuppressWarnings("rawtypes") // Tika's signature
  public void initialize(Map<String, Param> params) throws TikaConfigException {
    Map<String, String> values = new TreeMap<>();
    params.forEach((name, param) -> values.put(name, String.valueOf(param.getValue())));
    settings = environmentSettings().with(values);
    if (values.containsKey("gazetteer")) { // then a server that cannot use it must not start
      try {
        SharedAnalyzers.of(settings);
      } catch (IllegalArgumentException e) {
        throw new TikaConfigException("NewsParser: " + e.getMessage(), e);
      }
    }
    SharedAnalyzers.preload(settings);
  }

  @Override
  public void checkInitialization(InitializableProblemHandler problemHandler) {
    // initialize() has said everything
  }

  /** A wrong environment variable must not make Tika drop the parser without a word. */
  private static NewsParserSettings environmentSettings() {
    try {
      return NewsParserSettings.fromEnvironment(System.getenv());
    } catch (IllegalArgumentException e) {
      log.error("{}; the default is used", e.getMessage());
      return NewsParserSettings.defaults();
    }
  }

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return TYPES;
  }

  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, SAXException, TikaException {
    MediaType type = typeOf(metadata);
    if (type.equals(MHTML)) {
      boolean split = context.get(NewsParserSettings.class, settings).mode() != Mode.NEVER;
      SavedPage.parse(stream, split, handler, metadata, context);
      return;
    }
    if (!CAPTURES.contains(type) || context.get(InlineChildren.class) != null) {
      stock(type, context).parse(stream, handler, metadata, context);
      return;
    }
    for (String name : metadata.names()) {
      if (ForgeryGuard.isReserved(name)) {
        metadata.remove(name);
      }
    }
    new Parse(type, handler, metadata, context).run(stream);
  }

  private static MediaType typeOf(Metadata metadata) {
    String declared = metadata.get(Metadata.CONTENT_TYPE);
    MediaType type = declared == null ? null : MediaType.parse(declared);
    return type == null ? HTML : type.getBaseType();
  }

  private Parser stock(MediaType type, ParseContext context) {
    EncodingDetector detector = getEncodingDetector(context);
    return type.equals(HTML) || type.equals(XHTML)
        ? StockParsers.html(context, detector)
        : StockParsers.text(context, detector);
  }

  /** Marks in the context that what is parsed now belongs to a page and stays stock. */
  private enum InlineChildren {
    OF_A_PAGE
  }

  /** The caller asked for a mode that is none. */
  private static final class UnknownMode extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownMode(IllegalArgumentException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** What the analysis needs beside the capture. */
  private record Decoded(Capture capture, Charset charset) {}

  /** One capture on its way through. */
  private final class Parse {
    private final MediaType type;
    private final ContentHandler handler;
    private final Metadata metadata;
    private final ParseContext context;
    private final NewsParserSettings effective;

    Parse(MediaType type, ContentHandler handler, Metadata metadata, ParseContext context) {
      this.type = type;
      this.handler = handler;
      this.metadata = metadata;
      this.context = context;
      this.effective = context.get(NewsParserSettings.class, settings);
    }

    void run(InputStream stream) throws IOException, SAXException, TikaException {
      CaptureBytes bytes = CaptureBytes.read(stream, maxBytes());
      @Nullable Decoded decoded = null;
      NewsDocument document;
      try {
        Mode mode = mode();
        if (mode == Mode.NEVER) {
          document = NewsDocument.without(Status.NOT_ARTICLE, "The mode is never.");
        } else if (!bytes.complete()) {
          document =
              NewsDocument.without(
                  Status.LIMITED,
                  "The capture is longer than "
                      + effective.budget().maxChars()
                      + " characters (maxChars).");
        } else if (!type.equals(TEXT)
            && bytes.hasMoreThan(2L * effective.budget().maxElements(), '<')) {
          document =
              NewsDocument.without(
                  Status.LIMITED,
                  "The capture has more than "
                      + effective.budget().maxElements()
                      + " tags (maxElements).");
        } else if (bytes.length() == 0) {
          document = NewsDocument.without(Status.EMPTY, "The capture is empty.");
        } else {
          decoded = decode(bytes);
          document = XmlText.clean(analyzer().analyze(decoded.capture(), mode));
        }
      } catch (UnknownMode e) {
        document = NewsDocument.without(Status.FAILED, e.getMessage());
      } catch (RuntimeException | StackOverflowError | LinkageError | TikaException e) {
        log.warn("{}: the analysis failed, the stock parser takes over", resourceName(), e);
        document = NewsDocument.without(Status.FAILED, "The analysis failed: " + e);
      } catch (OutOfMemoryError e) {
        decoded = null; // the stock parser needs the room
        log.warn("{}: the memory did not suffice, the stock parser takes over", resourceName());
        document =
            NewsDocument.without(Status.LIMITED, "The memory did not suffice for the analysis.");
      }
      NewsDocumentSink sink = context.get(NewsDocumentSink.class);
      if (sink != null) {
        sink.accept(document);
      }
      String sha256 = bytes.sha256();
      if (document.status() == Status.ARTICLE && decoded != null) {
        writeArticle(document, decoded, sha256);
      } else {
        decoded = null; // the stock parser will build a page of its own
        writeStock(document, bytes, sha256);
      }
    }

    private int maxBytes() {
      return type.equals(TEXT)
          ? (int) Math.min(4L * effective.budget().maxChars(), Integer.MAX_VALUE - 16)
          : effective.budget().maxChars();
    }

    private NewsAnalyzer analyzer() {
      return SharedAnalyzers.of(effective);
    }

    private Mode mode() {
      String requested = metadata.get(NewsMetadata.REQUEST_MODE);
      if (requested == null) {
        return effective.mode();
      }
      try {
        return NewsParserSettings.modeOf(NewsMetadata.REQUEST_MODE, requested);
      } catch (IllegalArgumentException e) {
        throw new UnknownMode(e);
      }
    }

    private Decoded decode(CaptureBytes bytes) throws IOException, TikaException {
      Provenance provenance =
          new Provenance(url(), resourceName(), metadata.get(Metadata.CONTENT_LANGUAGE));
      if (type.equals(TEXT)) {
        return decodeText(bytes, provenance);
      }
      Charset charset = getEncodingDetector(context).detect(bytes.head(), metadata);
      charset = charset == null ? StandardCharsets.US_ASCII : charset; // as the stock parser
      if (!charset.name().startsWith("UTF-") && bytes.isUtf8()) {
        charset = StandardCharsets.UTF_8;
      }
      return new Decoded(bytes.page(charset, provenance), charset);
    }

    private Decoded decodeText(CaptureBytes bytes, Provenance provenance)
        throws IOException, TikaException {
      if (bytes.isLikelyUtf8()
          && !declaresCharset()) { // in a short text statistics see Chinese easily
        try (Reader reader = new InputStreamReader(bytes.head(), StandardCharsets.UTF_8)) {
          return new Decoded(new TextCapture(read(reader), provenance), StandardCharsets.UTF_8);
        }
      }
      try (AutoDetectReader reader =
          new AutoDetectReader(bytes.head(), metadata, getEncodingDetector(context))) {
        return new Decoded(new TextCapture(read(reader), provenance), reader.getCharset());
      }
    }

    private String read(Reader reader) throws IOException {
      int maxChars = effective.budget().maxChars(); // one buffer more is enough to be over it
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[8192];
      for (int n = reader.read(buffer);
          n >= 0 && text.length() <= maxChars;
          n = reader.read(buffer)) {
        text.append(buffer, 0, n);
      }
      return text.toString();
    }

    private boolean declaresCharset() {
      String declared = metadata.get(Metadata.CONTENT_TYPE);
      MediaType full = declared == null ? null : MediaType.parse(declared);
      return full != null && full.hasParameters() && full.getParameters().containsKey("charset");
    }

    private @Nullable String url() {
      for (String key : ADDRESS_KEYS) {
        String value = metadata.get(key);
        if (value != null && (value.startsWith("http://") || value.startsWith("https://"))) {
          return value;
        }
      }
      return null;
    }

    private @Nullable String resourceName() {
      return metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    }

    private void writeArticle(NewsDocument document, Decoded decoded, String sha256)
        throws SAXException, TikaException {
      metadata.set(Metadata.CONTENT_TYPE, new MediaType(type, decoded.charset()).toString());
      metadata.set(Metadata.CONTENT_ENCODING, decoded.charset().name());
      ArticleMetadata.setStatus(metadata, document, sha256);
      ArticleMetadata.setNews(metadata, document, analyzer().gazetteerVersion());
      ForgeryGuard guard = new ForgeryGuard(handler, metadata);
      if (decoded.capture() instanceof HtmlCapture page) {
        context.set(InlineChildren.class, InlineChildren.OF_A_PAGE);
        try {
          ArticleXhtml.writeHtml(
              page.tree(),
              document.article(),
              StockParsers.html(context, getEncodingDetector(context)),
              guard,
              metadata,
              context);
        } finally {
          context.set(InlineChildren.class, null);
          guard.restore(metadata);
          ArticleMetadata.setStandard(metadata, document);
          ArticleMetadata.setRemoved(metadata, document);
        }
      } else {
        ArticleMetadata.setStandard(metadata, document);
        try {
          ArticleXhtml.writeText(document.article(), guard, metadata);
        } finally {
          ArticleMetadata.setRemoved(metadata, document);
        }
      }
    }

    private void writeStock(NewsDocument document, CaptureBytes bytes, String sha256)
        throws IOException, SAXException, TikaException {
      ForgeryGuard guard = new ForgeryGuard(handler, metadata);
      context.set(InlineChildren.class, InlineChildren.OF_A_PAGE);
      try (InputStream whole = bytes.whole()) {
        stock(type, context).parse(whole, guard, metadata, context);
      } finally {
        context.set(InlineChildren.class, null);
        guard.restore(metadata);
        ArticleMetadata.setStatus(metadata, document, sha256);
      }
    }
  }
}
