package io.dateline.capture;

import io.dateline.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the lines of a plain-text capture as blocks. A line is a block, except in text that a mail
 * program or a terminal has wrapped at a fixed column, where lines are joined again.
 */
final class LineReader {

  private static final String BULLETS = "•●▪‣·*";
  private static final String INNER_BULLETS = "□◦○■";
  private static final String INNERMOST_BULLETS = "☆★▫◇";

  private static final int MIN_WRAP = 45;
  private static final int MAX_WRAP = 110;

  /**
   * Lines that stop in mid-sentence with the next one beginning small: no page does that by chance.
   */
  private static final int CONTINUED = 4;

  private final String text;
  private final List<Block> blocks = new ArrayList<>();
  private final IntList gaps = new IntList();
  private final IntList indents = new IntList();
  private final IntList bullets = new IntList();
  private final Meter meter;

  private LineReader(String text, Meter meter) {
    this.text = text;
    this.meter = meter;
  }

  static CapturedPage read(TextCapture capture, Meter meter) {
    LineReader reader = new LineReader(capture.text(), meter);
    reader.readAll();
    return new CapturedPage(
        capture,
        reader.blocks,
        PageClaims.none(),
        new LineLayout(reader.gaps.toArray(), reader.indents.toArray(), reader.bullets.toArray()));
  }

  private void readAll() {
    int wrap = wrapColumn();
    int length = text.length();
    int gap = 1;
    int at = 0;
    while (at < length) {
      int end = lineEnd(at);
      meter.work(end - at + 1);
      int from = skipBlank(at, end);
      if (!hasWord(from, end)) {
        gap++;
      } else {
        int start = from;
        int bullet = bulletAt(from, end);
        if (bullet > 0 && bullet < LineLayout.NUMBERED) {
          start = skipBlank(from + 1, end);
        }
        int indent = from - at;
        int stop = end;
        if (wrap > 0) {
          stop = joinWrapped(at, end, wrap);
        }
        add(start, stop, gap, indent, bullet);
        gap = 0;
        end = stop;
      }
      at = afterBreak(end);
    }
  }

  private void add(int start, int end, int gap, int indent, int bullet) {
    String folded = fold(text, start, end);
    if (folded.isEmpty()) {
      return;
    }
    int cut = Cuts.first(folded);
    if (cut > 0) {
      // offsets of the parts stay those of the line: folding has moved the cut
      addPart(folded.substring(0, cut).stripTrailing(), start, end, gap, indent, bullet);
      addPart(folded.substring(cut), start, end, 0, indent, 0);
    } else {
      addPart(folded, start, end, gap, indent, bullet);
    }
  }

  private void addPart(String part, int start, int end, int gap, int indent, int bullet) {
    meter.blocks(blocks.size() + 1L);
    blocks.add(new Block(blocks.size(), part, "", start, end));
    gaps.add(gap);
    indents.add(indent);
    bullets.add(bullet);
  }

  /** The end of the last line that continues the line at {@code at}. */
  private int joinWrapped(int at, int end, int wrap) {
    int lineStart = at;
    int stop = end;
    while (stop < text.length()) {
      int next = afterBreak(stop);
      int nextEnd = lineEnd(next);
      int from = skipBlank(next, nextEnd);
      int width = width(lineStart, stop);
      boolean full =
          width * 10 >= 18 * (stop - lineStart) ? width >= wrap * 9 / 10 : width >= wrap * 7 / 10;
      if (!full || !hasWord(from, nextEnd) || bulletAt(from, nextEnd) > 0 || from - next > 2) {
        break;
      }
      lineStart = next;
      stop = nextEnd;
    }
    return stop;
  }

  /**
   * The column at which the text is wrapped, or 0. Wrapped text has many lines of nearly one length
   * that stop in mid-sentence, and none that is much longer.
   */
  private int wrapColumn() {
    IntList wide = new IntList();
    int continued = 0;
    int longest = 0;
    int running = 0;
    int midSentence = 0;
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(at);
      int width = width(at, end);
      longest = Math.max(longest, width);
      if (longest > MAX_WRAP) {
        return 0;
      }
      if (width >= MIN_WRAP) {
        running++;
        char last = text.charAt(lastInk(at, end));
        if (Character.isLetter(last) || last == ',') {
          midSentence++;
          wide.add(isWide(last) ? width : 0);
          continued += continuesAt(afterBreak(end)) ? 1 : 0;
        }
      }
      at = afterBreak(end);
    }
    int column = wideColumn(wide);
    if (column > 0) {
      return column;
    }
    boolean wrapped = (running >= 6 && midSentence * 2 > running) || continued >= CONTINUED;
    return wrapped ? longest : 0;
  }

  private boolean continuesAt(int at) {
    return at < text.length() && Character.isLowerCase(text.charAt(at));
  }

  /** The width that at least three wide lines which stop in mid-sentence share; 0 for none. */
  private static int wideColumn(IntList wide) {
    int[] widths = wide.toArray();
    Arrays.sort(widths);
    int column = 0;
    for (int i = 0; i + 2 < widths.length; i++) {
      column = widths[i] > 0 && widths[i + 2] - widths[i] <= 4 ? widths[i + 2] : column;
    }
    return column;
  }

  /** Columns of a line; ideographs and kana take two each. */
  private int width(int from, int end) {
    int width = end - from;
    for (int i = from; i < end; i++) {
      width += isWide(text.charAt(i)) ? 1 : 0;
    }
    return width;
  }

  private static boolean isWide(char c) {
    return (c >= 0x3000 && c <= 0x9fff)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xff00 && c <= 0xff60);
  }

  private int lastInk(int from, int end) {
    int at = end - 1;
    while (at > from && isBlank(text.charAt(at))) {
      at--;
    }
    return at;
  }

  private int bulletAt(int at, int end) {
    if (at >= end) {
      return 0;
    }
    char c = text.charAt(at);
    if (at + 1 < end && isBlank(text.charAt(at + 1))) {
      if (BULLETS.indexOf(c) >= 0) {
        return 1;
      }
      if (INNER_BULLETS.indexOf(c) >= 0) {
        return 2;
      }
      if (INNERMOST_BULLETS.indexOf(c) >= 0) {
        return 3;
      }
    }
    int i = at;
    while (i < end && i - at < 3 && c >= '0' && c <= '9') {
      i++;
      c = i < end ? text.charAt(i) : ' ';
    }
    return i > at && i + 1 < end && c == '.' && isBlank(text.charAt(i + 1))
        ? LineLayout.NUMBERED
        : 0;
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int afterBreak(int end) {
    if (end >= text.length()) {
      return end;
    }
    boolean pair =
        text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
    return end + (pair ? 2 : 1);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  private int skipBlank(int at, int end) {
    int i = at;
    while (i < end && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean hasWord(int from, int end) {
    for (int i = from; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isBlank(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u200b'
        || c == '\ufeff'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u202f'
        || c == '\u3000'
        || c == '\u00ad'
        || isBreak(c);
  }

  /** The text between two offsets, runs of white space folded to one blank, soft hyphens gone. */
  static String fold(CharSequence text, int start, int end) {
    StringBuilder out = new StringBuilder(Math.min(end - start, 1 << 16));
    boolean blank = false;
    boolean broken = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\u00ad') {
        continue;
      }
      if (isBlank(c)) {
        blank = true;
        broken |= isBreak(c);
      } else {
        boolean joined =
            broken && out.length() > 0 && isWide(c) && isWide(out.charAt(out.length() - 1));
        if (blank && out.length() > 0 && !joined) {
          out.append(' ');
        }
        blank = false;
        broken = false;
        out.append(c);
      }
    }
    return out.toString();
  }
}
