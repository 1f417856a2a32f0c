package io.dateline.markup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Another parser's tree in our form, for tests that compare what is made of both. */
public final class JsoupTree {

  private final ByteArrayOutputStream source = new ByteArrayOutputStream();

  /** The tree of the second pass, once all texts lie in the source. */
  private MarkupTree tree;

  private int written;

  private JsoupTree() {}

  /** The same page as jsoup sees it. */
  public static MarkupTree of(Document page) {
    JsoupTree copy = new JsoupTree();
    copy.add(page.child(0), -1);
    copy.tree = new MarkupTree(copy.source.toByteArray());
    copy.written = 0;
    copy.add(page.child(0), -1);
    return copy.tree;
  }

  private void add(Element element, int parent) {
    Tag tag = Tag.of(NameTable.hash(element.normalName()));
    if (tree != null) {
      tree.beginTag();
    }
    if (tag == Tag.OTHER) {
      attribute(Attribute.ELEMENT_NAME, element.normalName());
    }
    for (Attribute name : Attribute.values()) {
      if (name != Attribute.ELEMENT_NAME && element.hasAttr(name.htmlName())) {
        attribute(name, element.attr(name.htmlName()));
      }
    }
    int node = 0;
    if (tree != null) {
      node = tree.addElement(tag, parent);
      if (parent == MarkupTree.ROOT && tag != Tag.HEAD) {
        tree.body(node);
      }
    }
    for (Node child : element.childNodes()) {
      if (child instanceof Element inner) {
        add(inner, node);
      } else if (child instanceof TextNode text && !element.normalName().equals("html")) {
        text(Tag.TEXT, text.getWholeText(), node);
      } else if (child instanceof DataNode data && isJsonLd(element)) {
        text(Tag.RAW_TEXT, data.getWholeData(), node);
      }
    }
    if (tree != null) {
      tree.close(node);
    }
  }

  private static boolean isJsonLd(Element script) {
    return script.normalName().equals("script")
        && script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json");
  }

  private void attribute(Attribute name, String value) {
    int from = written;
    write(value.replace("&", "&amp;"));
    if (tree != null) {
      tree.addAttribute(name, from, written);
    }
  }

  private void text(Tag kind, String text, int parent) {
    int from = written;
    write(kind == Tag.TEXT ? text.replace("&", "&amp;") : text);
    if (tree != null) {
      tree.addLeaf(kind, parent, from, written);
    }
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    written += bytes.length;
    if (tree == null) {
      source.writeBytes(bytes);
    }
  }
}
