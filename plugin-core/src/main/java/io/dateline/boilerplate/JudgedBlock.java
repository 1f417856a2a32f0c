package io.dateline.boilerplate;

import io.dateline.capture.Block;

/**
 * A block with the verdict on it.
 *
 * @param block the block
 * @param kind what it is
 * @param reason one short sentence for a person, such as "Asks for money."
 */
public record JudgedBlock(Block block, BlockKind kind, String reason) {

  public JudgedBlock {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason must not be blank");
    }
  }

  /** The block's text. */
  public String text() {
    return block.text();
  }
}
