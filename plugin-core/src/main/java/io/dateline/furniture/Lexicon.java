package io.dateline.furniture;

import io.dateline.table.ListFile;
import io.dateline.table.NodeValues;
import io.dateline.table.PackReader;
import io.dateline.table.PackWriter;
import io.dateline.table.WordTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The language files as one tree over folded words. All languages are looked up together, because a
 * Russian date stands on an English page; where two languages disagree (listopad is November in
 * Polish and October in Croatian) the page's own language wins, else the file listed first.
 * Immutable once made. Public for the build, which packs it.
 */
public final class Lexicon {

  /** Where the build puts it, beside this class. */
  public static final String RESOURCE = "lexicon.pack";

  private static final int COLUMNS = 4;

  /** What a phrase says, and how many tokens it took. */
  record Hit(Cue cue, int value, String language, int tokens) {}

  private record Entry(Cue cue, int value, String language) {}

  private static final Lexicon INSTANCE = load();

  private final WordTrie trie;

  /** By node: the cues of all phrases that go through it, as bits. */
  private long[] cues = new long[1];

  private final NodeValues<Entry> entries = new NodeValues<>(new Entry[0]);

  private Lexicon(WordTrie trie) {
    this.trie = trie;
  }

  /** The lexicon in the jar. */
  public static Lexicon get() {
    return INSTANCE;
  }

  /** The longest phrase of a kind that starts at a token; null when there is none. */
  @Nullable Hit match(Tokens tokens, int from, Cue cue, String language) {
    int node = tokens.node(from);
    if ((cues[node] & bit(cue)) == 0) {
      return null;
    }
    Entry first = pick(entries.at(node), cue, language);
    Hit best = first == null ? null : new Hit(cue, first.value, first.language, 1);
    int i = from + 1;
    while ((cues[node] & bit(cue)) != 0 && i < tokens.size()) {
      Tokens.Token token = tokens.at(i);
      int next = token.kind() == Tokens.Kind.NUMBER ? 0 : trie.next(node, token.hash());
      if (next == 0 && token.is('-')) { // "last-updated"
        i++;
        continue;
      }
      node = next;
      i++;
      Entry entry = pick(entries.at(node), cue, language);
      if (entry != null) {
        best = new Hit(cue, entry.value, entry.language, i - from);
      }
    }
    return best;
  }

  /** Where phrases that begin with a word go on: a node, 0 for nowhere. */
  static int begin(Tokens.Token token) {
    return INSTANCE.trie.next(0, token.hash());
  }

  /** The cues of all phrases that begin with the word of this node, as bits. */
  static long cues(int node) {
    return INSTANCE.cues[node];
  }

  /** Whether a phrase of a kind may start at a token. */
  static boolean mayBegin(Tokens tokens, int from, Cue cue) {
    return (cues(tokens.node(from)) & bit(cue)) != 0;
  }

  @SuppressWarnings("EnumOrdinal") // the bits live in one build only
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

  private static @Nullable Entry pick(Entry[] entries, Cue cue, String language) {
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
    PackReader in = PackReader.open(Lexicon.class, RESOURCE);
    return in == null ? compute() : read(in);
  }

  private static Lexicon read(PackReader in) {
    Lexicon lexicon = new Lexicon(new WordTrie(in));
    lexicon.cues = in.longs();
    Cue[] cues = Cue.values();
    String[] languages = in.words();
    int[] packed = in.ints();
    for (int i = 0; i < packed.length; i += COLUMNS) {
      Entry entry = new Entry(cues[packed[i + 1]], packed[i + 2], languages[packed[i + 3]]);
      lexicon.entries.add(packed[i], entry);
    }
    return lexicon;
  }

  /** Packs it; {@link #load} reads it. */
  @SuppressWarnings("EnumOrdinal") // the file lives in the jar of this build only
  public byte[] toBytes() {
    List<String> languages = ListFile.lines(Lexicon.class, "languages.txt");
    List<Integer> packed = new ArrayList<>(); // node, cue, value and language of each entry
    for (int node = 0; node < trie.size(); node++) {
      for (Entry entry : entries.at(node)) {
        int language = languages.indexOf(entry.language);
        packed.addAll(List.of(node, entry.cue.ordinal(), entry.value, language));
      }
    }
    PackWriter out = new PackWriter();
    trie.write(out);
    out.longs(cues);
    out.words(languages.toArray(String[]::new));
    out.ints(packed.stream().mapToInt(Integer::intValue).toArray());
    return out.toBytes();
  }

  /** Reads the lists. */
  public static Lexicon compute() {
    Lexicon lexicon = new Lexicon(new WordTrie());
    for (String language : ListFile.lines(Lexicon.class, "languages.txt")) {
      for (String line : ListFile.lines(Lexicon.class, language + ".tsv")) {
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
        lexicon.grow(0, tokens.at(0), Cue.AGENCY);
      }
    }
    return lexicon;
  }

  private void add(String phrase, Entry entry) {
    Tokens tokens = Tokens.of(phrase);
    int node = 0;
    for (int i = 0; i < tokens.size(); i++) {
      node = grow(node, tokens.at(i), entry.cue);
    }
    if (node == 0) {
      throw new IllegalStateException("empty phrase for " + entry);
    }
    entries.add(node, entry);
  }

  private int grow(int node, Tokens.Token token, Cue cue) {
    int next = trie.grow(node, token.hash());
    if (next == cues.length) {
      cues = Arrays.copyOf(cues, next + 1);
    }
    cues[next] |= bit(cue);
    return next;
  }
}
