package io.dateline.boilerplate;

import io.dateline.furniture.Credit;
import io.dateline.furniture.Furniture;
import org.jspecify.annotations.Nullable;

/**
 * Litter that only a plain-text capture shows: what markup would have kept apart stands on one line
 * there. A picture's text ends in its credit or its file, a teaser says its title twice or ends in
 * a link's words behind the full stop.
 */
final class LineLitter {

  private static final int MAX_WORDS = 60;
  private static final int MAX_TAIL = 80;
  private static final int MAX_FILE = 60;

  /** Fewer words are said twice by accident: "step by step". */
  private static final int LEAST_ECHO = 3;

  private static final int ECHO_GAP = 4;
  private static final String SENTENCE_ENDS = ".!?…。！？";

  private final PageText text;
  private final Furniture furniture;
  private final PhraseBook phrases;

  LineLitter(PageText text, Furniture furniture, PhraseBook phrases) {
    this.text = text;
    this.furniture = furniture;
    this.phrases = phrases;
  }

  /** The family that condemns a line; null when nothing does. */
  @Nullable PhraseFamily of(int block, String line) {
    if (text.words[block] > MAX_WORDS) {
      return null;
    }
    if (endsInFile(line) || endsInCredit(line)) {
      return PhraseFamily.CAPTION;
    }
    if (isSaidTwice(block)) {
      return PhraseFamily.RELATED;
    }
    return endsInLink(line) ? PhraseFamily.RELATED : null;
  }

  /** "… at the market. [a3f9c2-market]": text browsers show a picture as its file's name. */
  private static boolean endsInFile(String line) {
    int open = line.lastIndexOf('[');
    if (open < 1 || line.charAt(line.length() - 1) != ']' || line.length() - open > MAX_FILE) {
      return false;
    }
    boolean mark = false;
    for (int i = open + 1; i < line.length() - 1; i++) {
      char c = line.charAt(i);
      if (!Character.isLetterOrDigit(c) && "-_./%".indexOf(c) < 0) {
        return false;
      }
      mark |= !Character.isLetter(c);
    }
    return mark && line.length() - open > 6;
  }

  /** "… in the square. Photo: J. Doe", "… © Doe/Agency", "… (John Doe/Agency)" */
  private boolean endsInCredit(String line) {
    int copyright = line.lastIndexOf('©');
    if (copyright > 20 && line.length() - copyright <= MAX_TAIL) {
      int next = copyright + 1;
      while (next < line.length() && line.charAt(next) == ' ') {
        next++;
      }
      return next < line.length() && Character.isLetter(line.charAt(next));
    }
    int tries = 0;
    for (int i = line.length() - 3; i > 10 && line.length() - i <= MAX_TAIL && tries < 3; i--) {
      if (line.charAt(i) == ' ' && ends(line, i)) {
        tries++;
        if (furniture.credit(line.substring(i + 1)).filter(Credit::picture).isPresent()) {
          return true;
        }
      }
    }
    char last = line.charAt(line.length() - 1);
    if (last != ')' && last != ']') {
      return false;
    }
    return furniture.trailingCredit(line).filter(credit -> isOfPicture(line, credit)).isPresent();
  }

  /** "(Photo: Doe)", "(Jane Doe/Agency)"; prose in brackets, "(not pictured)", names nobody. */
  private static boolean isOfPicture(String line, Credit credit) {
    String said = credit.text();
    boolean personAndSource = said.indexOf('/') > 0 && said.split("[ /]+", -1).length >= 3;
    boolean labelled = said.length() + 2 < line.length() - credit.start();
    return personAndSource
        || (credit.picture()
            && (labelled || credit.agency() != null || ends(line, credit.start())));
  }

  private static boolean ends(String line, int at) {
    int i = at - 1;
    while (i > 0 && "\"”»’)".indexOf(line.charAt(i)) >= 0) {
      i--;
    }
    return SENTENCE_ENDS.indexOf(line.charAt(i)) >= 0 || line.charAt(i) == '|';
  }

  /** "Storm hits coast Storm hits coast", also with a few words between or behind. */
  private boolean isSaidTwice(int block) {
    int from = text.from[block];
    int length = text.length(block);
    for (int second = LEAST_ECHO; second < length && second * 2 <= length + ECHO_GAP; second++) {
      if (text.token(from + second) != text.token(from)) {
        continue;
      }
      int same = 1;
      while (same < second
          && second + same < length
          && text.token(from + second + same) == text.token(from + same)) {
        same++;
      }
      boolean most = same + ECHO_GAP >= second && (second + same) * 3 >= length * 2;
      float words = text.words[block] * same / length;
      if (most && words >= LEAST_ECHO && same * 4 >= second * 3) {
        return true;
      }
    }
    return false;
  }

  /** "Why the mayor resigned. read more" */
  private boolean endsInLink(String line) {
    for (int i = line.length() - 2; i > 10 && line.length() - i <= MAX_TAIL / 2; i--) {
      if (line.charAt(i) == ' ' && ends(line, i)) {
        return phrases.isWhole(line.substring(i + 1), PhraseFamily.RELATED);
      }
    }
    return false;
  }
}
