package io.dateline.furniture;

import java.util.Optional;

/** Finds the agency that a story is taken from: "…, AFP reports.", "… сообщает РИА Новости." */
final class AgencyReport {

  private static final int LOOK = 600;
  private static final Lexicon LEXICON = Lexicon.get();

  private AgencyReport() {}

  /** Looks at the paragraph's first sentences, and only at a clause that closes one. */
  static Optional<String> read(String paragraph) {
    String head = paragraph.length() > LOOK ? paragraph.substring(0, LOOK) : paragraph;
    Tokens tokens = Tokens.of(head);
    for (int i = 1; i < tokens.size(); i++) {
      if (!tokens.at(i - 1).is(',') && !tokens.at(i - 1).is('-')) {
        continue;
      }
      Agencies.Hit hit = Agencies.at(tokens, i);
      if (hit != null) { // ", AFP reports."
        int report = LEXICON.length(tokens, i + hit.tokens(), Cue.REPORT);
        if (report > 0 && closes(tokens, i + hit.tokens() + report)) {
          return Optional.of(hit.name());
        }
        continue;
      }
      int report = LEXICON.length(tokens, i, Cue.REPORT); // ", сообщает ТАСС.", ", meldet dpa."
      for (int k = i + report; report > 0 && k <= i + report + 2; k++) {
        hit = Agencies.at(tokens, k);
        if (hit != null && closes(tokens, k + hit.tokens())) {
          return Optional.of(hit.name());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean closes(Tokens tokens, int i) {
    return i >= tokens.size() || tokens.at(i).isAnyOf(".。");
  }
}
