package io.dateline.markup;

import java.util.Arrays;

/** Reads the texts of a {@link MarkupTree}, one after the other, into one buffer. */
public final class TreeText {

  private final MarkupTree tree;
  private final SourceText source;

  TreeText(MarkupTree tree, SourceText source) {
    this.tree = tree;
    this.source = source;
  }

  /** Decodes the text of a node; {@link #chars} has it then. */
  public void read(int text) {
    if (tree.tag(text) == Tag.TEXT) {
      source.escaped(tree.from(text), tree.to(text), false);
    } else {
      source.raw(tree.from(text), tree.to(text));
    }
  }

  /** Decodes the value of an attribute by its number. */
  public void readValue(int attribute) {
    source.escaped(tree.valueFrom(attribute), tree.valueTo(attribute), true);
  }

  /** The characters of what was read last, from 0 up to {@link #length}; changed by the next. */
  public char[] chars() {
    return source.chars();
  }

  /** The number of UTF-16 code units of what was read last. */
  public int length() {
    return source.length();
  }

  /** All text of some nodes as a person would read it: in one line, blocks apart. */
  String line(int from, int to) {
    StringBuilder line = new StringBuilder();
    int[] ends = new int[16]; // of the blocks around, the innermost last
    int depth = 0;
    for (int i = from; i < to; i++) {
      for (; depth > 0 && ends[depth - 1] <= i; depth--) {
        separate(line);
      }
      Tag tag = tree.tag(i);
      if (tag == Tag.TEXT || (tag == Tag.RAW_TEXT && !isData(tree.tag(tree.parent(i))))) {
        read(i);
        source.appendNormalized(line);
      } else if (tag.endsLine()) {
        separate(line);
        if (depth == ends.length) {
          ends = Arrays.copyOf(ends, depth * 2);
        }
        ends[depth++] = tree.behind(i);
      }
    }
    return line.toString().trim();
  }

  private static boolean isData(Tag holder) {
    return holder == Tag.SCRIPT || holder == Tag.STYLE;
  }

  private static void separate(StringBuilder line) {
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) != ' ') {
      line.append(' ');
    }
  }

  /** All text in a node, character by character. */
  String whole(int node) {
    StringBuilder text = new StringBuilder();
    for (int i = node; i < tree.behind(node); i++) {
      if (!tree.tag(i).isElement() && tree.tag(i) != Tag.FORMAT_END) {
        read(i);
        text.append(source.chars(), 0, source.length());
      }
    }
    return text.toString();
  }
}
