package io.dateline.tika.parser;

import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.extractor.EmbeddedDocumentUtil;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.csv.TextAndCSVParser;
import org.apache.tika.parser.html.JSoupParser;

/**
 * The parsers that would have had the capture without this plugin: those of the running Tika, with
 * the operator's own settings, where they can be found.
 */
final class StockParsers {

  private StockParsers() {}

  static JSoupParser html(ParseContext context, EncodingDetector detector) {
    Parser configured = configured(JSoupParser.class, context);
    return configured != null ? (JSoupParser) configured : new JSoupParser(detector);
  }

  static Parser text(ParseContext context, EncodingDetector detector) {
    Parser configured = configured(TextAndCSVParser.class, context);
    return configured != null ? configured : new TextAndCSVParser(detector);
  }

  private static Parser configured(Class<? extends Parser> type, ParseContext context) {
    return context.get(Parser.class) == null
        ? null
        : EmbeddedDocumentUtil.tryToFindExistingLeafParser(type, context);
  }
}
