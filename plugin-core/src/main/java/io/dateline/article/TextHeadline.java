package io.dateline.article;

import io.dateline.article.HeadlineLines.Sign;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.furniture.Furniture;
import io.dateline.table.ListFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the headline of a plain-text capture, which has no markup to tell it by: of the lines above
 * the story the one with the greatest weighted sum of {@linkplain HeadlineLines.Sign signs}, if it
 * is great enough. The weights are a data file that {@code TextHeadlineTrainer} (test sources)
 * writes.
 */
final class TextHeadline {

  private static final String RESOURCE = "text-headline.weights";
  private static final TextHeadline SHIPPED = load();

  private final Map<Sign, Float> weights;
  private final float threshold;

  TextHeadline(Map<Sign, Float> weights, float threshold) {
    this.weights = weights;
    this.threshold = threshold;
  }

  /** With the weights that ship. */
  static TextHeadline shipped() {
    return SHIPPED;
  }

  Optional<String> find(List<JudgedBlock> blocks, Furniture furniture) {
    String best = null;
    float bestScore = threshold;
    for (HeadlineLines.Line line : HeadlineLines.of(blocks, furniture)) {
      float score = score(line);
      if (score > bestScore) {
        bestScore = score;
        best = line.text();
      }
    }
    return Optional.ofNullable(best);
  }

  float score(HeadlineLines.Line line) {
    float sum = 0;
    for (Map.Entry<Sign, Float> sign : line.signs().entrySet()) {
      sum += sign.getValue() * weights.getOrDefault(sign.getKey(), 0f);
    }
    return sum;
  }

  private static TextHeadline load() {
    Map<Sign, Float> weights = new EnumMap<>(Sign.class);
    float threshold = 0;
    for (String line : ListFile.lines(TextHeadline.class, RESOURCE)) {
      String[] parts = line.split(" ", -1);
      if (parts[0].equals("threshold")) {
        threshold = Float.parseFloat(parts[1]);
      } else {
        weights.put(Sign.valueOf(parts[0]), Float.valueOf(parts[1]));
      }
    }
    return new TextHeadline(weights, threshold);
  }
}
