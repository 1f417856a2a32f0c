package io.dateline.furniture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dateline by its shape: a place, perhaps a date, perhaps an agency in brackets, and a dash
 * or colon. No gazetteer is asked, so that a village nobody knows is recognised as well.
 */
final class DatelineReader {

  private static final int LOOK = 160;
  private static final int MAX_PLACE_WORDS = 6;
  private static final Lexicon LEXICON = Lexicon.get();

  private final DateFinder finder;
  private final RecentLines lines;

  DatelineReader(DateOrder order, String language, RecentLines lines) {
    finder = new DateFinder(order, language);
    this.lines = lines;
  }

  /** A line that is nothing but a dateline: {@code "Paris - Agencies"}. */
  Optional<Dateline> line(String line) {
    if (line.length() > LOOK) {
      return Optional.empty();
    }
    String text = line.strip();
    Optional<Dateline> found = read(text);
    return found.filter(
        dateline -> {
          if (dateline.end() < text.length()) {
            return false;
          }
          char last = text.charAt(text.length() - 1);
          return dateline.agency() != null
              || dateline.date() != null
              || last == ':'
              || last == '-'
              || last == '—'
              || last == '–';
        });
  }

  /** A dateline at the start of a paragraph; the story goes on behind it. */
  Optional<Dateline> leading(String paragraph) {
    return read(paragraph).filter(dateline -> dateline.end() < paragraph.length());
  }

  private Optional<Dateline> read(String text) {
    String head = text.length() > LOOK ? text.substring(0, LOOK) : text;
    if (!hasDelimiter(head)) {
      return Optional.empty();
    }
    Tokens tokens = lines.of(head);
    Dateline dateline = eastAsian(tokens, head);
    if (dateline == null) {
      dateline = western(tokens, head);
    }
    if (dateline == null) {
      return Optional.empty();
    }
    return Optional.of(dateline);
  }

  private static boolean hasDelimiter(String head) {
    for (int i = 0; i < head.length(); i++) {
      if ("-–—―:(（|=]］】电電/".indexOf(head.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Dateline western(Tokens tokens, String text) {
    Place place = place(tokens, text);
    if (place == null) {
      return null;
    }
    String agency = null;
    String date = null;
    boolean bracket = false;
    int i = place.end();
    int quiet = quiet(tokens, i);
    DateFinder.Found day = dateAt(tokens, quiet);
    if (day != null) {
      date = day.date() == null ? "" : day.date().toString();
      i = day.end();
    }
    quiet = quiet(tokens, i);
    if (tokens.at(quiet).isAnyOf("(/[")) {
      int close = closing(tokens, quiet);
      if (close < 0 || close - quiet > 9) {
        return null;
      }
      Agencies.Hit hit = firstAgency(tokens, quiet + 1, close);
      if (hit == null && !isPlain(tokens, quiet, close)) {
        return null;
      }
      agency = hit == null ? null : hit.name();
      bracket = true;
      i = close + 1;
    } else if (place.words() > 0) {
      Agencies.Hit hit = Agencies.at(tokens, i); // "Berlin dpa - "
      if (hit != null && tokens.at(i + hit.tokens()).isAnyOf("-|:")) {
        agency = hit.name();
        i += hit.tokens();
      }
    }
    while (tokens.at(i).isAnyOf(".,") && tokens.at(i + 1).isAnyOf("-:|")) {
      i++; // "(EFE).-"
    }
    boolean dash = false;
    boolean colon = false;
    if (tokens.at(i).is('-') && isDash(text, tokens.at(i))) {
      dash = true;
      while (tokens.at(i).is('-')) {
        i++;
      }
      int open = tokens.at(i).isAnyOf("([/") ? i + 1 : i;
      Agencies.Hit hit = agency == null ? Agencies.at(tokens, open) : null;
      int after = hit == null ? 0 : open + hit.tokens();
      if (hit != null && (tokens.at(after).isAnyOf(".:-,)]/=") || after >= tokens.size())) {
        agency = hit.name();
        i = after;
        while (tokens.at(i).isAnyOf(".:-,)]/=")) {
          i++;
        }
      }
    } else if (tokens.at(i).isAnyOf(":|=")) {
      colon = true;
      i++;
    } else if (bracket && agency != null) {
      while (tokens.at(i).isAnyOf(".,")) {
        i++; // "MOSCOW, November 20. /TASS/."
      }
    } else {
      return null;
    }
    boolean named = agency != null || (date != null && !date.isEmpty()) || (day != null && dash);
    if (!named && !place.capitals()) {
      return null; // "Paris - the city of lights" is prose
    }
    String printed = text.substring(place.start(), place.textEnd());
    boolean joined = printed.indexOf('/') > 0 || printed.indexOf(',') > 0;
    boolean certain = dash || named || bracket || (colon && joined);
    boolean label = LEXICON.is(tokens, 0, Cue.NOT_PLACE) || LEXICON.is(tokens, 0, Cue.PHOTO);
    if ((label && !named) || (!certain && place.words() > 3)) {
      return null;
    }
    int end = i < tokens.size() ? tokens.at(i).start() : text.length();
    return new Dateline(
        printed, agency, date == null || date.isEmpty() ? null : date, end, certain);
  }

  /** Past a comma or full stop that parts place, date and agency. */
  private static int quiet(Tokens tokens, int from) {
    int i = from;
    while (tokens.at(i).isAnyOf(",.") && i - from < 2) {
      i++;
    }
    return i;
  }

  /**
   * @param end token behind it
   * @param start offset of its first character
   * @param textEnd offset behind its last character
   * @param capitals whether its first part stands in capitals
   */
  private record Place(int end, int start, int textEnd, boolean capitals, int words) {}

  /** One to six words of a place, cities joined by "/", a country or state behind a comma. */
  private static @Nullable Place place(Tokens tokens, String text) {
    int i = 0;
    int words = 0;
    boolean capitals = true;
    boolean comma = false;
    int textEnd = 0;
    while (i < tokens.size() && words <= MAX_PLACE_WORDS) {
      Tokens.Token token = tokens.at(i);
      if (token.kind() == Tokens.Kind.WORD) {
        boolean lower = Character.isLowerCase(text.codePointAt(token.start()));
        boolean small = lower && token.length() <= 3 && words > 0;
        if ((lower && !small) || (words > 0 && ends(tokens, i))) {
          break;
        }
        if (!comma && !small && !isCapitals(text, token)) {
          capitals = false;
        }
        words++;
        textEnd = small ? textEnd : token.end();
        i++;
      } else if (words > 0 && joins(tokens, i, text)) {
        comma |= token.is(',');
        textEnd = token.is('.') ? token.end() : textEnd;
        i++;
      } else {
        break;
      }
      if (comma && token.is(',') && ends(tokens, i)) {
        i--;
        break;
      }
    }
    if (words == 0 || words > MAX_PLACE_WORDS) {
      return null;
    }
    int start = tokens.at(0).start();
    int first = text.codePointAt(start);
    boolean bicameral = Character.isUpperCase(first) || Character.isLowerCase(first);
    boolean loud = capitals && bicameral && textEnd - start >= 3;
    return new Place(i, start, textEnd, loud, words);
  }

  /** Whether a date or an agency begins here. */
  private static boolean ends(Tokens tokens, int i) {
    boolean month = LEXICON.is(tokens, i, Cue.MONTH) && dateLike(tokens, i);
    boolean weekday = tokens.at(i).length() > 3 && LEXICON.is(tokens, i, Cue.WEEKDAY);
    return month || weekday || Agencies.at(tokens, i) != null;
  }

  /** A mark inside a place: Port-au-Prince, BEIRUT/MOSCOW, St. Louis, "KAMPALA, Uganda". */
  private static boolean joins(Tokens tokens, int i, String text) {
    Tokens.Token mark = tokens.at(i);
    boolean word = tokens.isWord(i + 1);
    if (mark.isAnyOf("/'’")) {
      return word && Agencies.at(tokens, i + 1) == null;
    }
    if (mark.is('-')) {
      return word && !isDash(text, mark);
    }
    return (mark.is(',') && word) || (mark.is('.') && abbreviates(tokens, i, text));
  }

  private static boolean dateLike(Tokens tokens, int i) {
    return tokens.isNumber(i + 1) || (tokens.at(i + 1).is('.') && tokens.isNumber(i + 2));
  }

  /** "St. Louis", "Calif.", "D.C.": a dot inside the place, not the end of a sentence. */
  private static boolean abbreviates(Tokens tokens, int i, String text) {
    int length = tokens.at(i - 1).length();
    boolean shortWord = length <= 5;
    Tokens.Token next = tokens.at(i + 1);
    if (!shortWord || next.start() == 0) {
      return false;
    }
    return next.isAnyOf("-(,:")
        || (next.kind() == Tokens.Kind.WORD
            && length <= 3
            && Character.isUpperCase(text.codePointAt(next.start())));
  }

  private static boolean isCapitals(String text, Tokens.Token token) {
    for (int i = token.start(); i < token.end(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A long dash, a doubled hyphen, or a hyphen with white space on one side at least. */
  private static boolean isDash(String text, Tokens.Token token) {
    char c = text.charAt(token.start());
    if (c == '–' || c == '—' || c == '―') {
      return true;
    }
    boolean before = token.start() > 0 && Character.isWhitespace(text.charAt(token.start() - 1));
    boolean after =
        token.end() >= text.length() || Character.isWhitespace(text.charAt(token.end()));
    boolean doubled = token.end() < text.length() && text.charAt(token.end()) == '-';
    return before || after || doubled;
  }

  private DateFinder.@Nullable Found dateAt(Tokens tokens, int i) {
    int from = i;
    int weekday = LEXICON.length(tokens, from, Cue.WEEKDAY);
    from += weekday;
    if (weekday > 0 && tokens.at(from).is(',')) {
      from++;
    }
    return finder.dayAt(tokens, from);
  }

  private static int closing(Tokens tokens, int open) {
    for (int i = open + 1; i < tokens.size(); i++) {
      if (tokens.at(i).isAnyOf(")/]")) {
        return i;
      }
    }
    return -1;
  }

  private static Agencies.@Nullable Hit firstAgency(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Agencies.Hit hit = Agencies.at(tokens, i);
      if (hit != null) {
        return hit;
      }
    }
    return null;
  }

  /** A country or an agency nobody knows, not a sentence. */
  private static boolean isPlain(Tokens tokens, int open, int close) {
    return close - open <= 5 && tokens.at(close).start() - tokens.at(open).end() <= 30;
  }

  /** 新华社北京11月20日电（记者张三）, 【ロンドン共同】, (서울=연합뉴스) 홍길동 기자 =. */
  private @Nullable Dateline eastAsian(Tokens tokens, String text) {
    if (tokens.size() == 0) {
      return null;
    }
    int opener = "【［[(（".indexOf(text.charAt(tokens.at(0).start())) >= 0 ? 1 : 0;
    if (opener == 1) {
      return bracketed(tokens, text);
    }
    Agencies.Hit hit = Agencies.at(tokens, 0);
    if (hit == null || !Character.isIdeographic(text.codePointAt(0))) {
      return null;
    }
    int placeFrom = hit.tokens();
    for (int i = placeFrom; i < Math.min(tokens.size(), placeFrom + 8); i++) {
      if (tokens.isNumber(i)) {
        int month = LEXICON.length(tokens, i + 1, Cue.MONTH_MARK);
        int wire = i;
        while (wire < Math.min(tokens.size(), i + 8)
            && !tokens.at(wire).folded().equals("电")
            && !tokens.at(wire).folded().equals("電")) {
          wire++;
        }
        if (i == placeFrom
            || wire >= Math.min(tokens.size(), i + 8)
            || (month == 0 && wire > i + 3)) {
          return null;
        }
        int end = wire + 1;
        if (tokens.at(end).is('(')) {
          int close = closing(tokens, end);
          end = close > 0 && close - end < 24 ? close + 1 : end;
        }
        String place = text.substring(tokens.at(placeFrom).start(), tokens.at(i - 1).end());
        int rest = end < tokens.size() ? tokens.at(end).start() : text.length();
        return new Dateline(place, hit.name(), null, rest, true);
      }
    }
    return null;
  }

  private static @Nullable Dateline bracketed(Tokens tokens, String text) {
    int close = 1;
    while (close < tokens.size() && !tokens.at(close).isAnyOf("】］])")) {
      close++;
    }
    if (close >= tokens.size() || close > 14) {
      return null;
    }
    Agencies.Hit hit = null;
    int at = 1;
    while (at < close && hit == null) {
      hit = Agencies.at(tokens, at);
      at++;
    }
    at--;
    if (hit == null || at == 1) {
      return null;
    }
    int placeEnd = at;
    while (placeEnd > 1
        && (tokens.at(placeEnd - 1).kind() != Tokens.Kind.WORD
            || LEXICON.is(tokens, placeEnd - 1, Cue.DAY_MARK))) {
      placeEnd--; // "=", "20日"
    }
    if (placeEnd <= 1) {
      return null;
    }
    String place = text.substring(tokens.at(1).start(), tokens.at(placeEnd - 1).end()).strip();
    int end = close + 1;
    int equals = end;
    while (equals < Math.min(tokens.size(), end + 8) && !tokens.at(equals).is('=')) {
      equals++; // "홍길동 기자 ="
    }
    if (tokens.at(equals).is('=')) {
      end = equals + 1;
    } else if (tokens.at(end).is('-')) {
      end++;
    }
    int rest = end < tokens.size() ? tokens.at(end).start() : text.length();
    return place.length() <= 20 ? new Dateline(place, hit.name(), null, rest, true) : null;
  }
}
