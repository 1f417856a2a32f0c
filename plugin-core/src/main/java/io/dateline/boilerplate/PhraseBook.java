package io.dateline.boilerplate;

import io.dateline.table.ListFile;
import io.dateline.table.NodeValues;
import io.dateline.table.PackReader;
import io.dateline.table.PackWriter;
import io.dateline.table.WordTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The phrases of all families in all languages, as one trie over words. {@code #} in a phrase
 * stands for any number. Immutable once made. Public for the build, which packs it.
 */
public final class PhraseBook {

  /** Where in a block a phrase must stand. */
  enum Place {
    IS,
    STARTS,
    ENDS,
    HAS,
    /** At the start and before a colon, with anything behind. */
    LABELS
  }

  /** A phrase as it was found: where it must stand, and whether it decides alone. */
  record Entry(PhraseFamily family, Place place, boolean sure, int length) {}

  /** Where the build puts it, beside this class. */
  public static final String RESOURCE = "phrases.pack";

  private static final long NUMBER = 3;
  private static final PhraseBook BUILT_IN = load();

  /** In blocks longer than this, phrases are looked for near the ends only. */
  private static final int WHOLE_WORDS = 90;

  private static final int END_WORDS = 12;

  private final WordTrie trie;

  private final NodeValues<Entry> entries = new NodeValues<>(new Entry[0]);

  private PhraseBook(WordTrie trie) {
    this.trie = trie;
  }

  /** The phrases in the jar. */
  public static PhraseBook builtIn() {
    return BUILT_IN;
  }

  /** One without phrases. */
  static PhraseBook empty() {
    return new PhraseBook(new WordTrie());
  }

  private static PhraseBook load() {
    PackReader in = PackReader.open(PhraseBook.class, RESOURCE);
    return in == null ? compute() : read(in);
  }

  private static PhraseBook read(PackReader in) {
    PhraseBook book = new PhraseBook(new WordTrie(in));
    PhraseFamily[] families = PhraseFamily.values();
    Place[] places = Place.values();
    for (int node = 0; node < book.trie.size(); node++) {
      for (int more = in.number(); more > 0; more--) {
        Entry entry =
            new Entry(families[in.number()], places[in.number()], in.number() != 0, in.number());
        book.entries.add(node, entry);
      }
    }
    return book;
  }

  /** Packs it; {@link #load} reads it. */
  @SuppressWarnings("EnumOrdinal") // the file lives in the jar of this build only
  public byte[] toBytes() {
    PackWriter out = new PackWriter();
    trie.write(out);
    for (int node = 0; node < trie.size(); node++) {
      Entry[] ofNode = entries.at(node);
      out.number(ofNode.length);
      for (Entry entry : ofNode) {
        out.number(entry.family().ordinal());
        out.number(entry.place().ordinal());
        out.number(entry.sure() ? 1 : 0);
        out.number(entry.length());
      }
    }
    return out.toBytes();
  }

  /** Reads the lists. */
  public static PhraseBook compute() {
    PhraseBook book = empty();
    for (PhraseFamily family : PhraseFamily.values()) {
      for (String line : ListFile.lines(PhraseBook.class, family.file())) {
        book.addLine(family, line);
      }
    }
    return book;
  }

  private void addLine(PhraseFamily family, String line) {
    String[] columns = line.split("\t", -1);
    boolean sure = columns[1].endsWith("!");
    String how = sure ? columns[1].substring(0, columns[1].length() - 1) : columns[1];
    Place place =
        switch (how) {
          case "is" -> Place.IS;
          case "starts" -> Place.STARTS;
          case "ends" -> Place.ENDS;
          case "has" -> Place.HAS;
          case "labels" -> Place.LABELS;
          default -> throw new IllegalStateException(family.file() + ": no such place: " + how);
        };
    for (String phrase : columns[2].split("\\|", -1)) {
      add(family, place, sure, phrase);
    }
  }

  private void add(PhraseFamily family, Place place, boolean sure, String phrase) {
    List<Long> words = new ArrayList<>();
    for (String part : phrase.split(" ", -1)) {
      if (part.equals("#")) {
        words.add(NUMBER);
      } else {
        for (long word : PageText.wordsOf(part)) {
          words.add(word);
        }
      }
    }
    int node = 0;
    for (long word : words) {
      node = trie.grow(node, word);
    }
    if (node != 0) {
      entries.add(node, new Entry(family, place, sure, words.size()));
    }
  }

  /** Whether a text by itself is a phrase of a family that may stand as a whole block. */
  boolean isWhole(String text, PhraseFamily family) {
    int node = 0;
    for (long word : PageText.wordsOf(text)) {
      node = trie.next(node, word);
      if (node == 0) {
        return false;
      }
    }
    return Arrays.stream(entries.at(node))
        .anyMatch(entry -> entry.family() == family && entry.place() == Place.IS);
  }

  /** Finds the phrases of a block. */
  void find(PageText text, int block, PhraseHits hits) {
    int from = text.from[block];
    int end = text.from[block + 1];
    int length = end - from;
    for (int at = from; at < end; at++) {
      if (length > WHOLE_WORDS && at - from == END_WORDS) {
        at = end - END_WORDS;
      }
      if (!trie.mayBegin(text.token(at)) && !PageText.isNumber(text.token(at))) {
        continue;
      }
      int node = 0;
      for (int i = at; i < end; i++) {
        long word = text.token(i);
        int next = trie.next(node, word);
        if (next == 0 && PageText.isNumber(word)) {
          next = trie.next(node, NUMBER);
        }
        if (next == 0) {
          break;
        }
        node = next;
        for (Entry entry : entries.at(node)) {
          boolean fits =
              switch (entry.place()) {
                case IS -> at == from && i + 1 == end;
                case STARTS -> at == from;
                case ENDS -> i + 1 == end;
                case HAS -> true;
                case LABELS -> at == from && i + 1 - from == text.labelWords[block];
              };
          if (fits) {
            hits.add(block, at, entry, i + 1 - from == text.labelWords[block]);
          }
        }
      }
    }
  }
}
