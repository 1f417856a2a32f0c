package io.dateline.capture;

/**
 * How the lines of a plain-text capture lay on the page. One entry a block; immutable by agreement,
 * the arrays never leave this package and {@code boilerplate}.
 */
public final class LineLayout implements Layout {

  /** The rank of a number with a full stop. */
  public static final int NUMBERED = 4;

  private final int[] gapBefore;
  private final int[] indent;
  private final int[] bullet;

  LineLayout(int[] gapBefore, int[] indent, int[] bullet) {
    this.gapBefore = gapBefore;
    this.indent = indent;
    this.bullet = bullet;
  }

  /** Blank lines between this block and the one before; 0 for a line that follows directly. */
  public int gapBefore(int block) {
    return gapBefore[block];
  }

  /** Columns of white space before the text. */
  public int indent(int block) {
    return indent[block];
  }

  /**
   * 0 without a bullet, else the rank of the bullet's shape: 1 outer, 2 and 3 inner, 4 numbered.
   */
  public int bullet(int block) {
    return bullet[block];
  }
}
