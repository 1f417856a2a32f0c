package io.dateline.boilerplate;

import io.dateline.capture.Block;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Makes harder plain-text captures out of easy ones: between the paragraphs and behind the last one
 * it sets menus, teasers and notices from other pages, lists of other stories with their titles and
 * openings, and changes how lines are spaced. Many sites litter their stories like that; the corpus
 * holds few of them.
 */
final class CaptureMixer {

  /** A capture, its blocks, which of them are body, and the page's title. */
  record Source(String capture, List<Block> blocks, BitSet body, String title) {}

  private static final int MAX_RUN = 8;

  private final List<Source> sources;
  private final Random random;

  CaptureMixer(List<Source> sources, long seed) {
    this.sources = sources;
    random = new Random(seed);
  }

  /** Another capture with the same story. */
  String mix(Source page) {
    String gap = random.nextInt(3) == 0 ? "\n" : "\n\n";
    StringBuilder out = new StringBuilder();
    List<Block> blocks = page.blocks();
    int last = blocks.size() - 1;
    while (last > 0 && !page.body().get(last)) {
      last--;
    }
    double rate = random.nextInt(4) == 0 ? 0 : 0.3 * random.nextDouble();
    int at = 0;
    for (int i = 0; i <= last; i++) {
      Block block = blocks.get(i);
      if (block.start() < at) {
        continue; // the second half of a line that was cut
      }
      boolean inside = i > 0 && page.body().get(i - 1) && page.body().get(i);
      if (inside && random.nextDouble() < rate) {
        out.append(page.capture(), at, block.start()).append(litter(gap));
        at = block.start();
      }
      out.append(page.capture(), at, block.end());
      at = block.end();
    }
    int tail = random.nextInt(4);
    if (tail > 0) {
      out.append('\n').append(litter(gap));
    }
    if (tail > 1) {
      out.append(teasers(gap));
    }
    out.append(page.capture(), at, page.capture().length());
    return switch (random.nextInt(5)) {
      case 0 -> out.toString().replaceAll("\n\\s*\n+", "\n");
      case 1 -> out.toString().replaceAll("\n+", "\n\n");
      default -> out.toString();
    };
  }

  /** A run of lines that are not body on some page. */
  private String litter(String gap) {
    for (int tries = 0; tries < 30; tries++) {
      Source other = sources.get(random.nextInt(sources.size()));
      int from = random.nextInt(Math.max(1, other.blocks().size()));
      int length = 1 + random.nextInt(MAX_RUN);
      StringBuilder run = new StringBuilder();
      int words = 0;
      for (int i = from; i < Math.min(from + length, other.blocks().size()); i++) {
        if (other.body().get(i)) {
          break;
        }
        String text = other.blocks().get(i).text();
        words += text.split(" ").length;
        run.append(text).append(gap);
      }
      if (words >= 4) {
        return gap.equals("\n") ? "\n" + run + "\n" : run.toString();
      }
    }
    return "";
  }

  /** Other stories: a title, mostly its opening, sometimes the title twice. */
  private String teasers(String gap) {
    int style = random.nextInt(4);
    StringBuilder list = new StringBuilder();
    for (int k = 2 + random.nextInt(8); k > 0; k--) {
      Source other = sources.get(random.nextInt(sources.size()));
      String title = style == 3 ? other.title() + ' ' + other.title() : other.title();
      list.append(title).append(gap);
      String opening = opening(other);
      if (style > 0 && !opening.isEmpty()) {
        list.append(opening).append(gap);
      }
    }
    return list.append('\n').toString();
  }

  private static String opening(Source page) {
    for (int i = 0; i < page.blocks().size(); i++) {
      String text = page.blocks().get(i).text();
      if (page.body().get(i) && text.length() >= 60) {
        int end = text.indexOf(". ", 50);
        return end > 0 && end < 240 ? text.substring(0, end + 1) : cut(text);
      }
    }
    return "";
  }

  private static String cut(String text) {
    int end = text.lastIndexOf(' ', 180);
    return text.length() <= 200 || end < 0 ? text : text.substring(0, end) + "…";
  }
}
