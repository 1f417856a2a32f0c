package io.dateline.tika.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.mail.RFC822Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * A web page that a browser saved as MHTML, which Tika takes for a mail. Stock Tika writes the page
 * itself into the mail's body, where no parser of ours sees it; here each part is an embedded
 * document, so that the page is handled like any other member of a container.
 *
 * <p>A real mail of the same media type stays as it is.
 */
final class SavedPage {

  private static final int HEADER_BYTES = 16_384;
  private static final Pattern END_OF_HEADER = Pattern.compile("\r?\n\r?\n");

  /** A mail was sent to somebody or came through a server; a saved page was not. */
  private static final Pattern MAIL_FIELD =
      Pattern.compile("^(to|cc|bcc|received|delivered-to|return-path):", Pattern.MULTILINE);

  private SavedPage() {}

  static void parse(
      InputStream stream,
      boolean eachPartItsOwnDocument,
      ContentHandler handler,
      Metadata metadata,
      ParseContext context)
      throws IOException, SAXException, TikaException {
    RFC822Parser parser = new RFC822Parser();
    parser.setExtractAllAlternatives(eachPartItsOwnDocument && !isMail(stream));
    parser.parse(stream, handler, metadata, context);
  }

  private static boolean isMail(InputStream stream) throws IOException {
    if (!stream.markSupported()) {
      return true; // Tika always gives a stream that can be read twice
    }
    stream.mark(HEADER_BYTES);
    String start = new String(stream.readNBytes(HEADER_BYTES), StandardCharsets.ISO_8859_1);
    stream.reset();
    String header = END_OF_HEADER.split(start, 2)[0].toLowerCase(Locale.ROOT);
    return MAIL_FIELD.matcher(header).find();
  }
}
