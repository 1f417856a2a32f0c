package io.dateline.capture;

import io.dateline.Meter;
import java.util.List;

/**
 * A capture as the later stages see it: blocks of text in reading order.
 *
 * @param capture the capture it was made from
 * @param blocks in reading order, none of them blank
 * @param claims what the page says about itself
 * @param layout how the blocks lay in the capture
 */
public record CapturedPage(Capture capture, List<Block> blocks, PageClaims claims, Layout layout) {

  public CapturedPage {
    blocks = List.copyOf(blocks);
  }

  /** Reads a capture of any size. */
  public static CapturedPage of(Capture capture) {
    return of(capture, Meter.unlimited());
  }

  /** Reads a capture within a budget. */
  public static CapturedPage of(Capture capture, Meter meter) {
    return capture instanceof TextCapture plain
        ? LineReader.read(plain, meter)
        : DomReader.read((HtmlCapture) capture, meter);
  }
}
