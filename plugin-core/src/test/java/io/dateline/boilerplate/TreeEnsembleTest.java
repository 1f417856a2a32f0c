package io.dateline.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dateline.Meter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Trees")
class TreeEnsembleTest {

  private static final List<String> TREES =
      List.of("0:1.5 1:-.25 =.5 =-1 =2", "1:0 0:-3 =.125 0:1.5 =.25 =-.5 =.75", "=.0625");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 63, 64, 65, 128, 1000})
  void scoreRowsTogetherAsOneByOne(int rows) {
    TreeEnsemble trees = TreeEnsemble.read(.1f, TREES);
    float[] features = new float[rows * 3];
    float[] pool = {-4, -3, -.25f, -.2f, -0f, 0, .1f, 1.5f, 1.6f, 1e30f, -1e30f, Float.NaN};
    Random random = new Random(rows);
    for (int i = 0; i < features.length; i++) {
      features[i] = pool[random.nextInt(pool.length)];
    }

    float[] scores = trees.score(table(features, rows), Meter.unlimited());

    assertEquals(rows, scores.length);
    for (int row = 0; row < rows; row++) {
      assertEquals(byHand(features[row * 3], features[row * 3 + 1]), scores[row], "row " + row);
    }
  }

  private static FeatureTable table(float[] features, int rows) {
    FeatureTable table = new FeatureTable(rows, 3);
    for (int row = 0; row < rows; row++) {
      table.startRow();
      for (int feature = 0; feature < 3; feature++) {
        table.put("", features[row * 3 + feature]);
      }
    }
    return table;
  }

  private static float byHand(float first, float second) {
    float sum = .1f;
    sum += first <= 1.5f ? second <= -.25f ? .5f : -1 : 2;
    sum += second <= 0 ? first <= -3 ? .125f : first <= 1.5f ? .25f : -.5f : .75f;
    sum += .0625f;
    return (float) (1 / (1 + Math.exp(-sum)));
  }

  @Test
  void countEveryTreeOfEveryRowAsWork() {
    Meter meter = Meter.unlimited();

    TreeEnsemble.read(0, TREES).score(table(new float[300], 100), meter);

    assertEquals(300, meter.worked());
  }
}
