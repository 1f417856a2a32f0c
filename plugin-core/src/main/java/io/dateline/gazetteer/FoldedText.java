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

  private final char[] units;
  private final int[] starts;
  private final int[] ends;
  private final int length;

  private FoldedText(char[] units, int[] starts, int[] ends, int length) {
    this.units = units;
    this.starts = starts;
    this.ends = ends;
    this.length = length;
  }

  /** Folds a text in one pass. */
  public static FoldedText of(CharSequence source) {
    Folder folder = new Folder(source.length() + 16);
    folder.addAll(source.toString());
    return new FoldedText(folder.units, folder.starts, folder.ends, folder.length);
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
    return ends[index];
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
    private int[] ends;
    private int length;
    private boolean lineBreak; // within the present run of white space

    Folder(int capacity) {
      units = new char[capacity];
      starts = new int[capacity];
      ends = new int[capacity];
    }

    void addAll(String source) {
      char[] into = units;
      int size = 0;
      for (int i = 0; i < source.length(); i++) {
        char folded = NameFolding.lookUp(source.charAt(i));
        if (folded > ' ' && folded < '\u3099' && size < into.length) { // nearly every letter
          into[size] = folded;
          starts[size] = i;
          ends[size++] = i + 1;
        } else {
          length = size;
          add(folded, source.charAt(i), i);
          size = length;
          into = units;
        }
      }
      length = size;
    }

    private void add(char folded, char source, int offset) {
      if (folded > ' ' && folded < '\u3099') {
        append(folded, offset);
      } else if (folded == ' ') {
        addSpace(source, offset);
      } else if (NameFolding.isExpansion(folded)) {
        String spread = NameFolding.expansion(folded);
        for (int i = 0; i < spread.length(); i++) {
          append(spread.charAt(i), offset);
        }
      } else if (folded == NameFolding.ATTACHED) {
        if (length > 0 && ends[length - 1] == offset) {
          ends[length - 1]++;
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
        ends[length - 1] = offset + 1;
        return;
      }
      lineBreak = newLine;
      append(newLine && source != '\n' ? NameFolding.BREAK : ' ', offset);
    }

    /** Decomposed kana: the voiced letter follows its plain one in Unicode, the p-row two on. */
    private void voice(char mark, int offset) {
      if (length > 0 && units[length - 1] >= '\u3041' && units[length - 1] <= '\u30FE') {
        units[length - 1] = (char) (units[length - 1] + (mark == '\u3099' ? 1 : 2));
        ends[length - 1] = offset + 1;
      }
    }

    private void append(char unit, int offset) {
      if (length == units.length) {
        int grown = length + (length >> 1);
        units = Arrays.copyOf(units, grown);
        starts = Arrays.copyOf(starts, grown);
        ends = Arrays.copyOf(ends, grown);
      }
      units[length] = unit;
      starts[length] = offset;
      ends[length] = offset + 1;
      length++;
    }
  }
}
