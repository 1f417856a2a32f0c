package io.dateline.furniture;

import org.jspecify.annotations.Nullable;

/**
 * Datelines in the manner of Chinese, Japanese and Korean agencies, which stand before the place or
 * share a bracket with it.
 */
final class EastAsianDateline {

  private static final Lexicon LEXICON = Lexicon.get();

  private EastAsianDateline() {}

  /** 新华社北京11月20日电（记者张三）, 【ロンドン共同】, (서울=연합뉴스) 홍길동 기자 =. */
  static @Nullable Dateline read(Tokens tokens, String text) {
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

  /** The token that closes a bracket; -1 when none does. */
  static int closing(Tokens tokens, int open) {
    for (int i = open + 1; i < tokens.size(); i++) {
      if (tokens.at(i).isAnyOf(")/]")) {
        return i;
      }
    }
    return -1;
  }
}
