package io.dateline.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rings")
class RingTest {

  @Test
  void noticesCrossingAndTouchingEdges() {
    List<Vertex> square = line(0, 0, 10, 0, 10, 10, 0, 10, 0, 0);
    List<Vertex> bowTie = line(0, 0, 10, 10, 10, 0, 0, 10, 0, 0);
    List<Vertex> touching = line(0, 0, 10, 0, 10, 10, 5, 0, 0, 10, 0, 0);
    List<Vertex> inside = line(2, 2, 4, 2, 4, 4, 2, 2);

    assertFalse(Ring.meet(square, square));
    assertFalse(Ring.meet(square, inside));
    assertTrue(Ring.meet(bowTie, bowTie));
    assertTrue(Ring.meet(touching, touching));
    assertTrue(Ring.meet(square, line(2, 2, 12, 2, 4, 4, 2, 2)));
  }

  @Test
  void cutsAnIslandAtTheDateLine() {
    List<Vertex> island = line(1790, 10, -1790, 10, -1790, -10, 1790, -10, 1790, 10);

    List<List<Vertex>> parts = Meridian.cut(island, 10);

    assertEquals(2, parts.size());
    assertEquals(2 * 10 * 20, Math.abs(Ring.area(parts.get(0))));
    assertEquals(2 * 10 * 20, Math.abs(Ring.area(parts.get(1))));
    for (List<Vertex> part : parts) {
      assertTrue(part.stream().allMatch(v -> Math.abs(v.x()) <= 1800), part::toString);
    }
  }

  @Test
  void closesAContinentRoundThePoleAlongIt() {
    List<Vertex> coast = line(-1800, -700, -900, -650, 0, -700, 900, -650, 1800, -700);

    List<List<Vertex>> parts = Meridian.cut(coast, 10);

    assertEquals(1, parts.size());
    assertTrue(parts.get(0).contains(new Vertex(1800, -900)), parts::toString);
    assertTrue(parts.get(0).contains(new Vertex(-1800, -900)), parts::toString);
    assertFalse(Ring.meet(parts.get(0), parts.get(0)));
  }

  @Test
  void simplifyingKeepsEndsAndWhatStandsOut() {
    List<Vertex> coast = line(0, 0, 10, 1, 20, 0, 30, 40, 40, 0);

    assertEquals(line(0, 0, 20, 0, 30, 40, 40, 0), ArcSimplifier.simplify(coast, 20, 100));
    assertEquals(coast, ArcSimplifier.simplify(coast, 0, 100));
    assertEquals(
        4, ArcSimplifier.simplify(line(0, 0, 9, 0, 9, 9, 4, 12, 0, 9, 0, 0), 1e9, 100).size());
  }

  private static List<Vertex> line(int... numbers) {
    List<Vertex> line = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      line.add(new Vertex(numbers[i], numbers[i + 1]));
    }
    return line;
  }
}
