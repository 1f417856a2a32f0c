package io.dateline.tika.parser;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Keeps a page from setting {@code news:*} keys. Stock Tika copies every {@code <meta>} of a page
 * into the metadata under its own name and from there into the XHTML head; this handler lets only
 * those {@code news:*} values into the head that were in the metadata beforehand, and {@link
 * #restore} puts the metadata right afterwards.
 */
final class ForgeryGuard extends ContentHandlerDecorator {

  private final Map<String, List<String>> genuine = new TreeMap<>();
  private final Set<String> genuineMetas = new HashSet<>();
  private boolean dropping;

  ForgeryGuard(ContentHandler handler, Metadata metadata) {
    super(handler);
    for (String name : metadata.names()) {
      if (isReserved(name)) {
        List<String> values = Arrays.asList(metadata.getValues(name));
        genuine.put(name, values);
        values.forEach(value -> genuineMetas.add(name + '\n' + value));
      }
    }
  }

  static boolean isReserved(String name) {
    return name.strip()
        .regionMatches(true, 0, NewsMetadata.PREFIX, 0, NewsMetadata.PREFIX.length());
  }

  /** Drops every {@code news:*} value that the page added. */
  void restore(Metadata metadata) {
    for (String name : metadata.names()) {
      if (isReserved(name)) {
        metadata.remove(name);
      }
    }
    genuine.forEach((name, values) -> addAll(metadata, name, values));
  }

  private static void addAll(Metadata metadata, String name, Collection<String> values) {
    values.forEach(value -> metadata.add(name, value));
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes atts)
      throws SAXException {
    String key = "meta".equals(localName) ? atts.getValue("name") : null;
    dropping =
        key != null
            && isReserved(key)
            && !genuineMetas.contains(key + '\n' + atts.getValue("content"));
    if (!dropping) {
      super.startElement(uri, localName, name, atts);
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) throws SAXException {
    if (dropping) { // a meta has no children
      dropping = false;
    } else {
      super.endElement(uri, localName, name);
    }
  }
}
