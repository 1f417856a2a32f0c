package io.dateline.tika.connector.document;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Text without halves of characters. Pages have them where somebody cut a string after so many
 * UTF-16 units, within an emoji; no UTF-8 can be made of them, and without this a request would
 * fail with all documents in it.
 */
final class WholeCharacters {

  private static final char REPLACEMENT = '\ufffd';

  private WholeCharacters() {}

  /** The text with U+FFFD for every half. */
  static String of(String text) {
    StringBuilder whole = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (whole == null) {
        whole = new StringBuilder(text);
      }
      whole.setCharAt(i, REPLACEMENT);
    }
    return whole == null ? text : whole.toString();
  }

  /** Replaces the halves in all values. */
  static void mend(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        field.setValue(mended(field.getValue()));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, mended(array.get(i)));
      }
    }
  }

  private static JsonNode mended(JsonNode node) {
    if (!node.isString()) {
      mend(node);
      return node;
    }
    String text = node.stringValue();
    String whole = of(text);
    return whole.equals(text) ? node : StringNode.valueOf(whole);
  }
}
