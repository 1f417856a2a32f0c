package io.dateline.furniture;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Reads a time of day with its zone: {@code 12:03}, {@code 3.15 pm ET}, {@code 10h30}, 下午3点15分. */
final class TimeReader {

  /**
   * @param zone null when the text names none
   * @param tokens how many tokens it took
   */
  record Time(LocalTime time, ZoneNames.@Nullable Zone zone, int tokens) {}

  private static final Lexicon LEXICON = Lexicon.get();

  private TimeReader() {}

  static @Nullable Time read(Tokens tokens, int from) {
    int i = from;
    Boolean afternoon = null;
    int half = half(tokens, i, Cue.PM);
    if (half > 0) {
      afternoon = true;
      i += half;
    } else {
      half = half(tokens, i, Cue.AM);
      if (half > 0) {
        afternoon = false;
        i += half;
      }
    }
    if (!tokens.isNumber(i) || tokens.at(i).length() > 2 || tokens.at(i).number() > 24) {
      return null;
    }
    int hour = tokens.at(i).number();
    int minute = 0;
    int second = 0;
    boolean sure = afternoon != null;
    int mark = LEXICON.length(tokens, i + 1, Cue.HOUR_MARK);
    if (tokens.at(i + 1).is(':') && twoDigits(tokens, i + 2)) {
      minute = tokens.at(i + 2).number();
      i += 3;
      sure = true;
      if (tokens.at(i).is(':') && twoDigits(tokens, i + 1)) {
        second = tokens.at(i + 1).number();
        i += 2;
      }
    } else if (mark > 0 && tokens.at(i + 1).start() - tokens.at(i).end() <= 1) {
      i += 1 + mark;
      sure = true;
      if (twoDigits(tokens, i)) {
        minute = tokens.at(i).number();
        i++;
        i += LEXICON.length(tokens, i, Cue.MINUTE_MARK);
      }
    } else if (tokens.at(i + 1).is('.') && twoDigits(tokens, i + 2) && !tokens.at(i + 3).is('.')) {
      minute = tokens.at(i + 2).number();
      i += 3;
    } else {
      i++;
    }
    i += LEXICON.length(tokens, i, Cue.HOUR_MARK); // 10.30 Uhr
    if (afternoon == null) {
      half = half(tokens, i, Cue.PM);
      if (half > 0) {
        afternoon = true;
      } else {
        half = half(tokens, i, Cue.AM);
        afternoon = half > 0 ? Boolean.FALSE : null;
      }
      i += half;
      sure |= half > 0;
    }
    ZoneNames.Zone zone = ZoneNames.read(tokens, i);
    sure |= tokens.at(i - 1).kind() == Tokens.Kind.WORD; // an hour mark
    boolean dotted = minute > 0 && before(tokens, from) > 0;
    if (!sure && !dotted && !(zone != null && i - from == 3)) {
      return null;
    }
    if (Boolean.TRUE.equals(afternoon) && hour < 12) {
      hour += 12;
    } else if (Boolean.FALSE.equals(afternoon) && hour == 12) {
      hour = 0;
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    return new Time(
        LocalTime.of(hour, minute, second), zone, i - from + (zone == null ? 0 : zone.tokens()));
  }

  /** Whether a word such as "at" or "kl." stands before, which lets 10.30 be a time. */
  private static int before(Tokens tokens, int i) {
    int word = tokens.at(i - 1).is('.') ? i - 2 : i - 1;
    return LEXICON.length(tokens, word, Cue.AT);
  }

  private static int half(Tokens tokens, int i, Cue cue) {
    int length = LEXICON.length(tokens, i, cue);
    // a full stop belongs to "p.m." unless the sentence ends there, which costs nothing either
    return length > 0 && tokens.at(i + length).is('.') && tokens.at(i + length - 1).length() == 1
        ? length + 1
        : length;
  }

  private static boolean twoDigits(Tokens tokens, int i) {
    return tokens.isNumber(i) && tokens.at(i).length() == 2;
  }
}
