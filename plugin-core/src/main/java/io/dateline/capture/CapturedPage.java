package io.dateline.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * A capture as the later stages see it: blocks of text in reading order.
 *
 * @param capture the capture it was made from
 * @param blocks in reading order, none of them blank
 * @param claims what the page says about itself
 */
public record CapturedPage(Capture capture, List<Block> blocks, PageClaims claims) {

  public CapturedPage {
    blocks = List.copyOf(blocks);
  }

  /** Reads a capture. */
  public static CapturedPage of(Capture capture) {
    String text =
        capture instanceof TextCapture plain
            ? plain.text()
            : ((HtmlCapture) capture).dom().body().wholeText();
    List<Block> blocks = new ArrayList<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> blocks.add(new Block(blocks.size(), line)));
    return new CapturedPage(capture, blocks, PageClaims.of(capture));
  }
}
