package io.dateline.gazetteer;

import java.util.Arrays;

/**
 * A text in the spelling of {@link NameFolding}, with the way back: every folded unit knows the
 * UTF-16 code units of the source it stands for. Immutable.
 *
 * <p>White space and hyphens are one space between two other units; where a run of white space
 * holds an empty line it is one {@link NameFolding#BREAK} instead. Dropped characters (apostrophes,
 * full stops) have no unit of their own, so the sources of two neighbouring units need not touch:
 * whether a name may end before an apostrophe is for the caller to see in the source.
 */
public final class FoldedText implements CharSequence {

  /** The first of the marks that voice the kana before them. */
  private static final char FIRST_VOICING = '\u3099';

  private final char[] units;
  private final int[] starts;
  private final int[] wide;
  private final int[] wideEnds;
  private final int length;

  private FoldedText(Folder folder) {
    this.units = folder.units;
    this.starts = folder.starts;
    this.wide = Arrays.copyOf(folder.wide, folder.wideCount);
    this.wideEnds = folder.wideEnds;
    this.length = folder.length;
  }

  /** Folds a text in one pass. */
  public static FoldedText of(CharSequence source) {
    Folder folder = new Folder(source.length() + 16);
    folder.addAll(source.toString());
    return new FoldedText(folder);
  }

  /** Number of folded units. */
  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return units[index];
  }

  /** Where in the source the unit starts. Units of one source character share it. */
  public int start(int index) {
    return starts[index];
  }

  /**
   * Where in the source the unit ends, exclusive, with the combining marks that belong to it and
   * without apostrophes and full stops that follow.
   */
  public int end(int index) {
    int found = Arrays.binarySearch(wide, index);
    return found >= 0 ? wideEnds[found] : starts[index] + 1;
  }

  /** The first unit that starts at the source offset or after it; {@link #length()} if none. */
  public int indexOf(int sourceOffset) {
    int found = Arrays.binarySearch(starts, 0, length, sourceOffset);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && starts[found - 1] == sourceOffset) {
      found--;
    }
    return found;
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return new String(units, from, to - from);
  }

  @Override
  public String toString() {
    return new String(units, 0, length);
  }

  private static final class Folder {
    private char[] units;
    private int[] starts;
    private int length;

    // the units that stand for more than one code unit, in order; the others need no end
    private int[] wide = new int[4];
    private int[] wideEnds = new int[4];
    private int wideCount;

    private boolean lineBreak; // within the present run of white space

    Folder(int capacity) {
      units = new char[capacity];
      starts = new int[capacity];
    }

    void addAll(String source) {
      char[] table = NameFolding.table();
      char[] into = units;
      int[] at = starts;
      int size = 0;
      int last = 0;
      char[] letters = source.toCharArray(); // a string asks for its coder at every letter
      for (int i = 0; i < letters.length; i++) {
        char letter = letters[i];
        int folded = table[letter];
        // letters and blanks behind them in one test: the processor cannot foresee where a word
        // ends, and each wrong guess costs as much as five letters
        int noLetter = (folded - '!') | (FIRST_VOICING - 1 - folded); // negative if it is none
        int noBlank = -(letter ^ ' ') | (last - '!');
        if ((noLetter & noBlank) >= 0 && size < into.length) {
          into[size] = (char) folded;
          at[size++] = i;
          last = folded;
          lineBreak = false;
        } else {
          length = size;
          add((char) folded, letter, i);
          size = length;
          into = units;
          at = starts;
          last = size == 0 ? 0 : into[size - 1];
        }
      }
      length = size;
    }

    private void add(char folded, char source, int offset) {
      if (folded > ' ' && folded < FIRST_VOICING) {
        append(folded, offset);
      } else if (folded == ' ') {
        addSpace(source, offset);
      } else if (NameFolding.isExpansion(folded)) {
        String spread = NameFolding.expansion(folded);
        for (int i = 0; i < spread.length(); i++) {
          append(spread.charAt(i), offset);
        }
      } else if (folded == NameFolding.ATTACHED) {
        if (length > 0 && lastEnd() == offset) {
          widen(offset + 1);
        }
      } else if (folded == '\u3099' || folded == '\u309A') {
        voice(folded, offset);
      } else if (folded != NameFolding.DROPPED) {
        append(folded, offset);
      }
    }

    private void addSpace(char source, int offset) {
      boolean newLine = source == '\n' || source == '\u2029' || source == '\f';
      if (length > 0 && (units[length - 1] == ' ' || units[length - 1] == NameFolding.BREAK)) {
        if (newLine && (lineBreak || source != '\n')) {
          units[length - 1] = NameFolding.BREAK;
        }
        lineBreak |= newLine;
        widen(offset + 1);
        return;
      }
      lineBreak = newLine;
      append(newLine && source != '\n' ? NameFolding.BREAK : ' ', offset);
    }

    /** Decomposed kana: the voiced letter follows its plain one in Unicode, the p-row two on. */
    private void voice(char mark, int offset) {
      if (length > 0 && units[length - 1] >= '\u3041' && units[length - 1] <= '\u30FE') {
        units[length - 1] = (char) (units[length - 1] + (mark == '\u3099' ? 1 : 2));
        widen(offset + 1);
      }
    }

    private boolean isLastWide() {
      return wideCount > 0 && wide[wideCount - 1] == length - 1;
    }

    private int lastEnd() {
      return isLastWide() ? wideEnds[wideCount - 1] : starts[length - 1] + 1;
    }

    /** Gives the last unit another end. */
    private void widen(int end) {
      if (!isLastWide()) {
        if (wideCount == wide.length) {
          wide = Arrays.copyOf(wide, 2 * wideCount);
          wideEnds = Arrays.copyOf(wideEnds, 2 * wideCount);
        }
        wide[wideCount++] = length - 1;
      }
      wideEnds[wideCount - 1] = end;
    }

    private void append(char unit, int offset) {
      if (length == units.length) {
        int grown = length + (length >> 1);
        units = Arrays.copyOf(units, grown);
        starts = Arrays.copyOf(starts, grown);
      }
      units[length] = unit;
      starts[length] = offset;
      length++;
    }
  }
}
