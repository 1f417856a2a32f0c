package io.dateline.furniture;

import io.dateline.table.ListFile;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the zone behind a time: {@code GMT}, {@code (MSK)}, {@code UTC+3}, {@code +02:00}. */
final class ZoneNames {

  /**
   * @param tokens how many tokens it took
   */
  record Zone(ZoneId id, int tokens) {
    String offsetAt(LocalDateTime time) {
      ZoneOffset offset = id.getRules().getOffset(time);
      return offset.getId();
    }
  }

  private static final int MAX_WORDS = 3;
  private static final Set<String> FIRST_WORDS = new HashSet<>();
  private static final Map<String, ZoneId> NAMES = load();

  private ZoneNames() {}

  private static Map<String, ZoneId> load() {
    Map<String, ZoneId> names = new HashMap<>();
    for (String line : ListFile.lines(ZoneNames.class, "zones.tsv")) {
      String[] columns = line.split("\t", 2);
      ZoneId zone = ZoneId.of(columns[0]);
      for (String name : columns[1].split("\\|", -1)) {
        Tokens tokens = Tokens.of(name);
        FIRST_WORDS.add(tokens.at(0).folded());
        names.put(key(tokens, 0, MAX_WORDS), zone);
      }
    }
    return names;
  }

  private static String key(Tokens tokens, int from, int words) {
    StringBuilder key = new StringBuilder();
    for (int i = from; i < from + words && i < tokens.size(); i++) {
      key.append(tokens.at(i).folded()).append(' ');
    }
    return key.toString();
  }

  static @Nullable Zone read(Tokens tokens, int from) {
    int i = from;
    boolean open = tokens.at(i).isAnyOf("([");
    if (open) {
      i++;
    }
    ZoneId zone = null;
    boolean begins = FIRST_WORDS.contains(tokens.at(i).folded());
    for (int words = begins ? MAX_WORDS : 0; words >= 1 && zone == null; words--) {
      if (i + words <= tokens.size()) {
        zone = NAMES.get(key(tokens, i, words));
        if (zone != null) {
          i += words;
        }
      }
    }
    if (zone == null || zone.equals(ZoneOffset.UTC)) {
      int signed = offset(tokens, i);
      if (signed != Integer.MIN_VALUE) {
        zone = ZoneOffset.ofTotalSeconds(signed * 60);
        i += tokens.at(i + 2).is(':') && tokens.isNumber(i + 3) ? 4 : 2;
      }
    }
    if (zone == null) {
      return null;
    }
    if (open && tokens.at(i).isAnyOf(")]")) {
      i++;
    }
    return new Zone(zone, i - from);
  }

  /** Minutes east, or MIN_VALUE. A spaced hyphen is a dash, so the sign must touch its number. */
  private static int offset(Tokens tokens, int i) {
    Tokens.Token sign = tokens.at(i);
    Tokens.Token hours = tokens.at(i + 1);
    if (!sign.isAnyOf("+-") || !tokens.isNumber(i + 1) || hours.start() != sign.end()) {
      return Integer.MIN_VALUE;
    }
    int minutes;
    if (tokens.at(i + 2).is(':') && tokens.isNumber(i + 3)) {
      minutes = hours.number() * 60 + tokens.at(i + 3).number();
    } else if (hours.length() == 4) {
      minutes = hours.number() / 100 * 60 + hours.number() % 100;
    } else if (hours.length() <= 2) {
      minutes = hours.number() * 60;
    } else {
      return Integer.MIN_VALUE;
    }
    if (minutes > 14 * 60) {
      return Integer.MIN_VALUE;
    }
    return sign.is('-') ? -minutes : minutes;
  }
}
