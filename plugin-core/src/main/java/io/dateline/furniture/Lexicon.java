package io.dateline.furniture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language files as one tree over folded words. All languages are looked up together, because a
 * Russian date stands on an English page; where two languages disagree (listopad is November in
 * Polish and October in Croatian) the page's own language wins, else the file listed first.
 */
final class Lexicon {

  /** What a phrase says, and how many tokens it took. */
  record Hit(Cue cue, int value, String language, int tokens) {}

  private record Entry(Cue cue, int value, String language) {}

  /**
   * What follows a word; a token remembers the node it begins at, so that many cues cost one
   * look-up.
   */
  static final class Node {
    private static final Node NONE = new Node();

    final Map<String, Node> next = new HashMap<>();
    final List<Entry> entries = new ArrayList<>(1);

    /** The cues of all phrases that begin here, as bits. */
    long cues;
  }

  private static final Lexicon INSTANCE = load();

  private final Node root = new Node();

  /** The first words that are plain ASCII once more, to be found without making a string. */
  private @Nullable String[] asciiWords = new String[0];

  private Node[] asciiNodes = new Node[0];

  private Lexicon() {}

  static Lexicon get() {
    return INSTANCE;
  }

  /** The longest phrase of a kind that starts at a token; null when there is none. */
  @Nullable Hit match(Tokens tokens, int from, Cue cue, String language) {
    Node node = tokens.node(from);
    if ((node.cues & bit(cue)) == 0) {
      return null;
    }
    Entry first = pick(node.entries, cue, language);
    Hit best = first == null ? null : new Hit(cue, first.value, first.language, 1);
    int i = from + 1;
    while (node != null && !node.next.isEmpty() && i < tokens.size()) {
      Tokens.Token token = tokens.at(i);
      Node next = token.kind() == Tokens.Kind.NUMBER ? null : node.next.get(token.folded());
      if (next == null && token.is('-') && i > from) { // "last-updated"
        i++;
        continue;
      }
      node = next;
      i++;
      if (node != null) {
        Entry entry = pick(node.entries, cue, language);
        if (entry != null) {
          best = new Hit(cue, entry.value, entry.language, i - from);
        }
      }
    }
    return best;
  }

  /** Where phrases that begin with a word go on. */
  static Node begin(String text, Tokens.Token token) {
    int hash = asciiHash(text, token.start(), token.end());
    if (hash < 0) {
      return INSTANCE.root.next.getOrDefault(token.folded(), Node.NONE);
    }
    int mask = INSTANCE.asciiWords.length - 1;
    for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
      String word = INSTANCE.asciiWords[slot];
      if (word == null) {
        return Node.NONE;
      }
      if (word.length() == token.length() && isWord(text, token.start(), word)) {
        return INSTANCE.asciiNodes[slot];
      }
    }
  }

  /** Hash of a word in lower case; -1 unless all of it is ASCII. */
  private static int asciiHash(String text, int start, int end) {
    int hash = 7;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        return -1;
      }
      hash = hash * 31 + asciiLower(c);
    }
    return (hash ^ (hash >>> 15)) & Integer.MAX_VALUE;
  }

  private static boolean isWord(String text, int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (asciiLower(text.charAt(start + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static char asciiLower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private void indexAscii() {
    int capacity = Integer.highestOneBit(root.next.size()) * 4;
    asciiWords = new String[capacity];
    asciiNodes = new Node[capacity];
    root.next.forEach(
        (word, node) -> {
          int hash = asciiHash(word, 0, word.length());
          if (hash >= 0) {
            int slot = hash & (capacity - 1);
            while (asciiWords[slot] != null) {
              slot = (slot + 1) & (capacity - 1);
            }
            asciiWords[slot] = word;
            asciiNodes[slot] = node;
          }
        });
  }

  static Node nothing() {
    return Node.NONE;
  }

  /** Whether a phrase of a kind may start at a token. */
  static boolean mayBegin(Tokens tokens, int from, Cue cue) {
    return (tokens.node(from).cues & bit(cue)) != 0;
  }

  @SuppressWarnings("EnumOrdinal") // the bits live in one run of the program only
  static long bit(Cue cue) {
    return 1L << cue.ordinal();
  }

  boolean is(Tokens tokens, int from, Cue cue) {
    return length(tokens, from, cue) > 0;
  }

  /** How many tokens a phrase of a kind takes; 0 when there is none. */
  int length(Tokens tokens, int from, Cue cue) {
    if (!mayBegin(tokens, from, cue)) {
      return 0;
    }
    Hit hit = match(tokens, from, cue, "");
    return hit == null ? 0 : hit.tokens();
  }

  private static @Nullable Entry pick(List<Entry> entries, Cue cue, String language) {
    Entry first = null;
    for (Entry entry : entries) {
      if (entry.cue == cue) {
        if (entry.language.equals(language)) {
          return entry;
        }
        first = first == null ? entry : first;
      }
    }
    return first;
  }

  private static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    for (String language : lines("languages.txt")) {
      for (String line : lines(language + ".tsv")) {
        String[] columns = line.split("\t", 3);
        int value = columns[1].isEmpty() ? 0 : Integer.parseInt(columns[1]);
        Entry entry = new Entry(Cue.of(columns[0]), value, language);
        for (String phrase : columns[2].split("\\|", -1)) {
          lexicon.add(phrase, entry);
        }
      }
    }
    for (String form : Agencies.forms()) {
      Tokens tokens = Tokens.of(form);
      if (!tokens.isNumber(0)) {
        String first = tokens.at(0).folded();
        lexicon.root.next.computeIfAbsent(first, word -> new Node()).cues |= bit(Cue.AGENCY);
      }
    }
    lexicon.indexAscii();
    return lexicon;
  }

  private void add(String phrase, Entry entry) {
    Tokens tokens = Tokens.of(phrase);
    Node node = root;
    for (int i = 0; i < tokens.size(); i++) {
      node = node.next.computeIfAbsent(tokens.at(i).folded(), word -> new Node());
      node.cues |= bit(entry.cue);
    }
    if (node == root) {
      throw new IllegalStateException("empty phrase for " + entry);
    }
    node.entries.add(entry);
  }

  /** Lines of a data file of this package without comments. */
  static List<String> lines(String name) {
    List<String> lines = new ArrayList<>();
    try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing data file " + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return lines;
  }
}
