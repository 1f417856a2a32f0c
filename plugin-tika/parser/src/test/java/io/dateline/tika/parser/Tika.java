package io.dateline.tika.parser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.RecursiveParserWrapper;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.apache.tika.sax.BasicContentHandlerFactory.HANDLER_TYPE;
import org.apache.tika.sax.RecursiveParserWrapperHandler;
import org.apache.tika.sax.ToXMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Tika as its server runs it, with the plugin or without. */
final class Tika {

  private final Parser parser;

  private Tika(Parser parser) {
    this.parser = parser;
  }

  /** Zero configuration: the plugin is found as a service. */
  static Tika withPlugin() {
    return new Tika(new AutoDetectParser());
  }

  static Tika configured(TikaConfig config) {
    return new Tika(new AutoDetectParser(config));
  }

  static Tika stock() {
    DefaultParser parsers =
        new DefaultParser(
            TikaConfig.getDefaultConfig().getMediaTypeRegistry(),
            new org.apache.tika.config.ServiceLoader(Tika.class.getClassLoader()),
            List.of(NewsParser.class));
    return new Tika(new AutoDetectParser(parsers));
  }

  /** As {@code PUT /rmeta/text}: one metadata object a document, the text under X-TIKA:content. */
  List<Metadata> rmeta(byte[] bytes, Metadata metadata, ParseContext context)
      throws IOException, SAXException, TikaException {
    RecursiveParserWrapperHandler handler =
        new RecursiveParserWrapperHandler(
            new BasicContentHandlerFactory(HANDLER_TYPE.TEXT, -1), -1);
    try (TikaInputStream stream = TikaInputStream.get(bytes, metadata)) {
      new RecursiveParserWrapper(parser).parse(stream, handler, metadata, context);
    }
    return handler.getMetadataList();
  }

  List<Metadata> rmeta(String name, String content)
      throws IOException, SAXException, TikaException {
    return rmeta(name, content.getBytes(StandardCharsets.UTF_8));
  }

  List<Metadata> rmeta(String name, byte[] content)
      throws IOException, SAXException, TikaException {
    return rmeta(content, named(name), new ParseContext());
  }

  /** As {@code PUT /tika} with {@code Accept: text/xml}. */
  String xhtml(String name, byte[] content, Metadata metadata)
      throws IOException, SAXException, TikaException {
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parse(content, new ToXMLContentHandler(out, "UTF-8"), metadata);
    return out.toString(StandardCharsets.UTF_8);
  }

  void parse(byte[] content, ContentHandler handler, Metadata metadata)
      throws IOException, SAXException, TikaException {
    ParseContext context = new ParseContext();
    context.set(Parser.class, parser);
    try (TikaInputStream stream = TikaInputStream.get(content, metadata)) {
      parser.parse(stream, handler, metadata, context);
    }
  }

  static Metadata named(String name) {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    return metadata;
  }

  boolean usesPlugin() {
    return ((AutoDetectParser) parser).getParsers().get(MediaType.TEXT_HTML) instanceof NewsParser
        || parser.toString().contains("NewsParser");
  }
}
