package io.dateline.toponym;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LoggedSumsTest {

  @Test
  void logarithmFollowsTheSum() {
    LoggedSums sums = new LoggedSums(2);
    sums.add(1, 2);
    assertEquals(Math.log(3), sums.log(1));

    sums.add(1, 4);

    assertEquals(Math.log(7), sums.log(1));
    assertEquals(Math.log(7), sums.log(1));
    assertEquals(0, sums.log(0));
  }

  @Test
  void noSlotSaysNothing() {
    LoggedSums sums = new LoggedSums(1);

    assertEquals(0, sums.get(-1));
    assertEquals(0, sums.log(-1));
  }

  @Test
  void whatRoundingLeavesIsNothing() {
    LoggedSums sums = new LoggedSums(1);
    sums.add(0, 0.3);
    sums.add(0, -0.1);
    sums.add(0, -0.2);

    assertEquals(0, sums.log(0));
    sums.add(0, -1e-9);
    assertEquals(0, sums.get(0));
    assertEquals(0, sums.log(0));
  }
}
