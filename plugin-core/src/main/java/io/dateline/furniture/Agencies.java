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
 * The news agencies of the world by the names that papers print. Immutable once made. Public for
 * the build, which packs them.
 */
public final class Agencies {

  /** Where the build puts them, beside this class. */
  public static final String RESOURCE = "agencies.pack";

  /**
   * @param tokens how many tokens the name took
   */
  record Hit(String name, int tokens) {}

  /**
   * A printed form and the agency that it means. The case decides for short forms: "AP", not "ap".
   */
  private record Name(String form, String agency) {}

  private static final Agencies INSTANCE = load();

  private final WordTrie trie;

  private final NodeValues<Name> names = new NodeValues<>(new Name[0]);

  private Agencies(WordTrie trie) {
    this.trie = trie;
  }

  /** The agencies in the jar. */
  public static Agencies get() {
    return INSTANCE;
  }

  /** The longest agency name that starts at a token. */
  static @Nullable Hit at(Tokens tokens, int from) {
    if (!tokens.isNumber(from) && !Lexicon.mayBegin(tokens, from, Cue.AGENCY)) {
      return null; // nearly always, and without making a string
    }
    return INSTANCE.longest(tokens, from);
  }

  private @Nullable Hit longest(Tokens tokens, int from) {
    int node = 0;
    Hit best = null;
    for (int i = from; i < tokens.size(); i++) {
      Tokens.Token token = tokens.at(i);
      node = trie.next(node, token.hash());
      if (node == 0) {
        break;
      }
      for (Name name : names.at(node)) {
        String printed = tokens.text().substring(tokens.at(from).start(), token.end());
        if (fits(name.form, printed)) {
          best = new Hit(name.agency, i + 1 - from);
        }
      }
    }
    return best;
  }

  /** The agency that a whole line names. */
  static @Nullable String whole(Tokens tokens) {
    Hit hit = at(tokens, 0);
    return hit != null && hit.tokens() == tokens.size() ? hit.name() : null;
  }

  private static boolean fits(String form, String printed) {
    if (form.length() > 4 || !form.equals(form.toUpperCase(java.util.Locale.ROOT))) {
      return true;
    }
    return printed.equals(form);
  }

  /** All printed forms of the names. */
  static List<String> forms() {
    return ListFile.lines(Agencies.class, "agencies.tsv").stream()
        .flatMap(line -> Arrays.stream(line.split("\t", 2)[1].split("\\|", -1)))
        .toList();
  }

  private static Agencies load() {
    PackReader in = PackReader.open(Agencies.class, RESOURCE);
    return in == null ? compute() : read(in);
  }

  private static Agencies read(PackReader in) {
    Agencies agencies = new Agencies(new WordTrie(in));
    int[] nodes = in.ints();
    String[] forms = in.words();
    String[] meant = in.words();
    for (int i = 0; i < nodes.length; i++) {
      agencies.names.add(nodes[i], new Name(forms[i], meant[i]));
    }
    return agencies;
  }

  /** Packs them; {@link #load} reads them. */
  public byte[] toBytes() {
    List<Integer> nodes = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    List<String> meant = new ArrayList<>();
    for (int node = 0; node < trie.size(); node++) {
      for (Name name : names.at(node)) {
        nodes.add(node);
        forms.add(name.form);
        meant.add(name.agency);
      }
    }
    PackWriter out = new PackWriter();
    trie.write(out);
    out.ints(nodes.stream().mapToInt(Integer::intValue).toArray());
    out.words(forms.toArray(String[]::new));
    out.words(meant.toArray(String[]::new));
    return out.toBytes();
  }

  /** Reads the list. */
  public static Agencies compute() {
    Agencies agencies = new Agencies(new WordTrie());
    for (String line : ListFile.lines(Agencies.class, "agencies.tsv")) {
      String[] columns = line.split("\t", 2);
      for (String form : columns[1].split("\\|", -1)) {
        Tokens tokens = Tokens.of(form);
        int node = 0;
        for (int i = 0; i < tokens.size(); i++) {
          node = agencies.trie.grow(node, tokens.at(i).hash());
        }
        agencies.names.add(node, new Name(form, columns[0]));
      }
    }
    return agencies;
  }
}
