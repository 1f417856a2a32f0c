package io.dateline.furniture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The news agencies of the world by the names that papers print. */
final class Agencies {

  /**
   * @param tokens how many tokens the name took
   */
  record Hit(String name, int tokens) {}

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();

    /** Printed form by agency; the case decides for short forms: "AP", not "ap". */
    final Map<String, String> names = new HashMap<>();
  }

  private static final Node ROOT = load();

  private Agencies() {}

  /** The longest agency name that starts at a token. */
  static @Nullable Hit at(Tokens tokens, int from) {
    if (!tokens.isNumber(from) && !Lexicon.mayBegin(tokens, from, Cue.AGENCY)) {
      return null; // nearly always, and without making a string
    }
    Node node = ROOT;
    Hit best = null;
    for (int i = from; i < tokens.size(); i++) {
      Tokens.Token token = tokens.at(i);
      Node next =
          node.next.get(
              token.kind() == Tokens.Kind.NUMBER
                  ? tokens.text().substring(token.start(), token.end())
                  : token.folded());
      if (next == null) {
        break;
      }
      node = next;
      String printed = tokens.text().substring(tokens.at(from).start(), token.end());
      for (Map.Entry<String, String> entry : node.names.entrySet()) {
        if (fits(entry.getKey(), printed)) {
          best = new Hit(entry.getValue(), i + 1 - from);
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
    return Lexicon.lines("agencies.tsv").stream()
        .flatMap(line -> Arrays.stream(line.split("\t", 2)[1].split("\\|", -1)))
        .toList();
  }

  private static Node load() {
    Node root = new Node();
    for (String line : Lexicon.lines("agencies.tsv")) {
      String[] columns = line.split("\t", 2);
      for (String form : columns[1].split("\\|", -1)) {
        Tokens tokens = Tokens.of(form);
        Node node = root;
        for (int i = 0; i < tokens.size(); i++) {
          Tokens.Token token = tokens.at(i);
          String key =
              token.kind() == Tokens.Kind.NUMBER
                  ? form.substring(token.start(), token.end())
                  : token.folded();
          node = node.next.computeIfAbsent(key, word -> new Node());
        }
        node.names.put(form, columns[0]);
      }
    }
    return root;
  }
}
