package io.dateline.furniture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates, says of what they are the date, and tells lines that are nothing but a timestamp.
 */
final class TimestampReader {

  private static final int CUE_DISTANCE = 6;
  private static final int MAX_WORDS = 24;
  private static final int MAX_LENGTH = 240;

  /** A line without a digit is a timestamp only as a label ("Last updated") or "an hour ago". */
  private static final int MAX_LABEL = 60;

  /** Words in a line that are neither date nor label, beyond which it is prose. */
  private static final int MOST_STRANGE = 3;

  private static final Lexicon LEXICON = Lexicon.get();

  /** A line without a number is a timestamp only with one of these. */
  private static final long NEEDED =
      Lexicon.bit(Cue.UPDATED)
          | Lexicon.bit(Cue.PUBLISHED)
          | Lexicon.bit(Cue.WEEKDAY)
          | Lexicon.bit(Cue.NOW)
          | Lexicon.bit(Cue.AGO_BEFORE);

  private static final Cue[] AROUND_DATES = {
    Cue.WEEKDAY, Cue.AT, Cue.NOW, Cue.OF, Cue.YEAR_MARK, Cue.AND
  };

  private final DateFinder finder;
  private final RecentLines lines;

  TimestampReader(DateOrder order, String language, RecentLines lines) {
    finder = new DateFinder(order, language);
    this.lines = lines;
  }

  List<DateMention> dates(String text) {
    Tokens tokens = lines.of(text);
    return mentions(tokens, finder.find(tokens));
  }

  private static List<DateMention> mentions(Tokens tokens, List<DateFinder.Found> found) {
    List<DateMention> mentions = new ArrayList<>(found.size());
    int floor = 0;
    boolean suffix = false;
    for (int k = 0; k < found.size(); k++) {
      DateFinder.Found date = found.get(k);
      int next = k + 1 < found.size() ? found.get(k + 1).start() : tokens.size();
      DateMention.Role before =
          suffix ? DateMention.Role.UNSAID : roleBefore(tokens, floor, date.start());
      DateMention.Role role = before;
      if (role == DateMention.Role.UNSAID && (suffix || k == 0)) {
        role = roleAfter(tokens, date.end(), next, k + 1 < found.size() ? found.get(k + 1) : null);
        suffix = role != DateMention.Role.UNSAID; // "3 May published, 4 May updated"
      }
      mentions.add(
          new DateMention(
              tokens.at(date.start()).start(), tokens.at(date.end() - 1).end(), date.iso(), role));
      floor = date.end();
    }
    return mentions;
  }

  /** The role that the last words of a text give to the date behind it. */
  static DateMention.Role label(String text) {
    Tokens tokens = Tokens.of(text);
    return roleBefore(tokens, 0, tokens.size());
  }

  private static DateMention.Role roleBefore(Tokens tokens, int floor, int start) {
    for (int i = start - 1; i >= Math.max(floor, start - CUE_DISTANCE); i--) {
      DateMention.Role role = roleAt(tokens, i, start);
      if (role != DateMention.Role.UNSAID) {
        // "last updated" begins earlier than "updated"; both say the same, so the nearest will do
        return role;
      }
    }
    return DateMention.Role.UNSAID;
  }

  private static DateMention.Role roleAfter(
      Tokens tokens, int end, int ceiling, DateFinder.@Nullable Found next) {
    int i = skipMarks(tokens, end, ceiling);
    DateMention.Role role = roleAt(tokens, i, ceiling);
    if (role == DateMention.Role.UNSAID || isBeforeTime(tokens, i, role)) {
      return DateMention.Role.UNSAID; // "3 May 2020, updated at 16:01" tells of the time only
    }
    return next != null && leadsTo(tokens, behindCue(tokens, i, role), next)
        ? DateMention.Role.UNSAID
        : role;
  }

  /**
   * Of "3 May, updated: 4 May" the word leads to the second date; of "3 May published, 4 May
   * updated" each stands behind its own.
   */
  private static boolean leadsTo(Tokens tokens, int behind, DateFinder.Found next) {
    for (int i = behind; i < next.start(); i++) {
      if (tokens.at(i).is(':')) {
        return true;
      }
      if (tokens.at(i).kind() == Tokens.Kind.MARK) {
        return false;
      }
    }
    int after = skipMarks(tokens, next.end(), tokens.size());
    return roleAt(tokens, after, tokens.size()) == DateMention.Role.UNSAID;
  }

  private static int skipMarks(Tokens tokens, int from, int to) {
    int i = from;
    while (i < to && tokens.at(i).kind() == Tokens.Kind.MARK) {
      i++;
    }
    return i;
  }

  private static int behindCue(Tokens tokens, int cue, DateMention.Role role) {
    return cue
        + LEXICON.length(
            tokens, cue, role == DateMention.Role.UPDATED ? Cue.UPDATED : Cue.PUBLISHED);
  }

  private static boolean isBeforeTime(Tokens tokens, int cue, DateMention.Role role) {
    int i = behindCue(tokens, cue, role);
    while (tokens.at(i).isAnyOf(":,-") || LEXICON.length(tokens, i, Cue.AT) > 0) {
      i += Math.max(1, LEXICON.length(tokens, i, Cue.AT));
    }
    return TimeReader.read(tokens, i) != null;
  }

  private static DateMention.Role roleAt(Tokens tokens, int i, int ceiling) {
    int updated = LEXICON.length(tokens, i, Cue.UPDATED);
    int published = LEXICON.length(tokens, i, Cue.PUBLISHED);
    if (updated > 0 && updated >= published && i + updated <= ceiling) {
      return DateMention.Role.UPDATED;
    }
    return published > 0 && i + published <= ceiling
        ? DateMention.Role.PUBLISHED
        : DateMention.Role.UNSAID;
  }

  Optional<Timestamp> line(String line) {
    if (line.length() > MAX_LENGTH || (line.length() > MAX_LABEL && !hasDigit(line))) {
      return Optional.empty();
    }
    Tokens tokens = lines.of(line);
    boolean hopeless = !tokens.hasNumber() && (tokens.cues() & NEEDED) == 0;
    if (hopeless || tokens.words() > MAX_WORDS) {
      return Optional.empty();
    }
    List<DateFinder.Found> found = finder.find(tokens);
    int i = 0;
    int known = 0;
    int strange = 0;
    boolean cue = false;
    boolean time = false;
    DateMention.Role role = DateMention.Role.UNSAID;
    int nextDate = 0;
    while (i < tokens.size()) {
      while (nextDate < found.size() && found.get(nextDate).start() < i) {
        nextDate++;
      }
      if (nextDate < found.size() && found.get(nextDate).start() == i) {
        known += found.get(nextDate).end() - i;
        i = found.get(nextDate++).end();
        continue;
      }
      if (strange > MOST_STRANGE || (strange > 0 && found.isEmpty())) {
        return Optional.empty();
      }
      Tokens.Token token = tokens.at(i);
      if (token.kind() == Tokens.Kind.MARK) {
        strange += token.isAnyOf("?!“”\"«»$€£%") ? 3 : 0;
        i++;
        continue;
      }
      DateMention.Role here = roleAt(tokens, i, tokens.size());
      TimeReader.Time clock =
          token.kind() == Tokens.Kind.NUMBER ? TimeReader.read(tokens, i) : null;
      int length;
      if (here != DateMention.Role.UNSAID) {
        length =
            Math.max(
                LEXICON.length(tokens, i, Cue.UPDATED), LEXICON.length(tokens, i, Cue.PUBLISHED));
        role = here;
        cue = true;
      } else if (clock != null) {
        length = clock.tokens();
        time = true;
      } else {
        length = furniture(tokens, i);
        time |= LEXICON.is(tokens, i, Cue.WEEKDAY) || LEXICON.is(tokens, i, Cue.NOW);
      }
      if (length > 0) {
        known += length;
        i += length;
      } else {
        strange++;
        i++;
      }
    }
    boolean anything = !found.isEmpty() || time || (cue && strange == 0);
    boolean edge =
        !found.isEmpty()
            && (found.get(0).start() == 0
                || found.get(found.size() - 1).end() >= tokens.size() - 1);
    boolean nothingElse =
        strange == 0
            || (cue && strange <= MOST_STRANGE && strange * 2 <= known)
            || (edge && strange <= 2 && strange * 2 <= known);
    if (!anything || !nothingElse || (found.isEmpty() && strange > 0)) {
      return Optional.empty();
    }
    return Optional.of(new Timestamp(mentions(tokens, found), role));
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int furniture(Tokens tokens, int i) {
    for (Cue cue : AROUND_DATES) {
      int length = LEXICON.length(tokens, i, cue);
      if (length > 0) {
        return length;
      }
    }
    ZoneNames.Zone zone = ZoneNames.read(tokens, i);
    return zone == null ? 0 : zone.tokens();
  }
}
