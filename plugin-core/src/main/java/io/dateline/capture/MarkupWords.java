package io.dateline.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The vocabulary of class names and ids, {@code markup-words.tsv}. */
final class MarkupWords {

  private static final MarkupWords BUILT_IN = load();

  /** Names longer than this are hashes and base64, not words; reading them only costs time. */
  private static final int MAX_NAME = 400;

  private final Map<String, Long> single = new HashMap<>();
  private final Map<String, Long> pair = new HashMap<>();

  private MarkupWords() {}

  static MarkupWords builtIn() {
    return BUILT_IN;
  }

  private static MarkupWords load() {
    MarkupWords words = new MarkupWords();
    try (InputStream in = MarkupWords.class.getResourceAsStream("markup-words.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          words.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("markup-words.tsv cannot be read", e);
    }
    return words;
  }

  private void add(String line) {
    int tab = line.indexOf('\t');
    long bit = Mark.valueOf(line.substring(0, tab)).bit();
    String rest = line.substring(tab + 1);
    if (rest.indexOf('|') >= 0 || isPair(rest)) {
      for (String two : rest.split("\\|", -1)) {
        pair.merge(two.strip(), bit, (a, b) -> a | b);
      }
    } else {
      for (String one : rest.split(" ", -1)) {
        single.merge(one.strip(), bit, (a, b) -> a | b);
      }
    }
  }

  /** A line of one pair has no bar; the file writes such a line with a single blank. */
  private static boolean isPair(String rest) {
    int blank = rest.indexOf(' ');
    return blank > 0 && rest.indexOf(' ', blank + 1) < 0;
  }

  /** The marks that a class attribute, id or data name sets. */
  long marksOf(String name) {
    long marks = 0;
    String before = "";
    int length = Math.min(name.length(), MAX_NAME);
    int start = 0;
    for (int i = 0; i <= length; i++) {
      boolean cut = i == length || !Character.isLetter(name.charAt(i));
      boolean hump =
          !cut
              && i > start
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if (cut || hump) {
        if (i > start) {
          String part = name.substring(start, i).toLowerCase(Locale.ROOT);
          marks |= single.getOrDefault(part, 0L);
          if (!before.isEmpty()) {
            marks |=
                pair.getOrDefault(before + ' ' + part, 0L) | single.getOrDefault(before + part, 0L);
          }
          before = part;
        }
        start = hump ? i : i + 1;
        if (cut && i < length && Character.isWhitespace(name.charAt(i))) {
          before = "";
        }
      }
    }
    return marks;
  }
}
