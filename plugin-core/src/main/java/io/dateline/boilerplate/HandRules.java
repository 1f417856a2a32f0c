package io.dateline.boilerplate;

/** Keep scores by hand-set rules: running text near the core, cut by certain litter. */
final class HandRules {

  private HandRules() {}

  static float[] score(Evidence evidence) {
    float[] score = new float[evidence.count];
    for (int i = 0; i < evidence.count; i++) {
      boolean inside = i >= evidence.coreFrom && i < evidence.coreEnd;
      float p = inside ? 0.55f : 0.1f;
      if (evidence.mass[i] > 0) {
        p += 0.35f;
      } else if (evidence.linkShare[i] > 0.5f) {
        p -= 0.4f;
      }
      if (evidence.hits.any[i] != 0) {
        p -= 0.3f;
      }
      if (i <= evidence.titleAt) {
        p -= 0.6f;
      }
      score[i] = p;
    }
    return score;
  }
}
