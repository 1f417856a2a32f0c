package io.dateline.furniture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads section labels ({@code "Middle East"}) and breadcrumbs ({@code "Home > World > Asia"}). */
final class SectionReader {

  private static final int MAX_LENGTH = 160;
  private static final int MAX_CRUMB_WORDS = 6;
  private static final String SEPARATORS = ">»›→/|·•❯▸";
  private static final Lexicon LEXICON = Lexicon.get();

  private SectionReader() {}

  /** The label that a line is, when it is one of the usual ones. */
  static Optional<String> section(String line) {
    if (line.length() > 60) {
      return Optional.empty();
    }
    Tokens tokens = Tokens.of(line);
    int i = 0;
    boolean any = false;
    while (i < tokens.size()) {
      int length = LEXICON.length(tokens, i, Cue.SECTION);
      if (length > 0) {
        i += length;
        any = true;
        continue;
      }
      int and = LEXICON.length(tokens, i, Cue.AND);
      if (and > 0 && any) {
        i += and;
      } else if (tokens.at(i).isAnyOf("&/,-|•·>»")) {
        i++;
      } else {
        return Optional.empty();
      }
    }
    return any && tokens.words() <= 6 ? Optional.of(line.strip()) : Optional.empty();
  }

  /** The parts of a breadcrumb; empty when the line is none. */
  static List<String> breadcrumb(String line) {
    if (line.length() > MAX_LENGTH || !hasSeparator(line)) {
      return List.of();
    }
    List<String> crumbs = new ArrayList<>();
    Tokens tokens = Tokens.of(line);
    int from = 0;
    int strong = 0;
    int separators = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Tokens.Token token = tokens.at(i);
      if (token.isAnyOf(SEPARATORS)) {
        separators++;
        strong += token.isAnyOf(">»›→❯▸") ? 1 : 0;
        add(crumbs, line.substring(from, token.start()));
        from = token.end();
      }
    }
    add(crumbs, line.substring(from));
    if (separators == 0 || crumbs.size() < 2) {
      return List.of();
    }
    Tokens first = Tokens.of(crumbs.get(0));
    boolean home = LEXICON.length(first, 0, Cue.HOME) == first.size();
    for (String crumb : crumbs.subList(0, crumbs.size() - 1)) {
      if (Tokens.of(crumb).words() > MAX_CRUMB_WORDS) {
        return List.of();
      }
    }
    return home || strong >= 2 ? List.copyOf(crumbs) : List.of();
  }

  private static boolean hasSeparator(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (SEPARATORS.indexOf(c) >= 0 || c == '／') {
        return true;
      }
    }
    return false;
  }

  private static void add(List<String> crumbs, String text) {
    String crumb = text.strip();
    if (!crumb.isEmpty()) {
      crumbs.add(crumb);
    }
  }
}
