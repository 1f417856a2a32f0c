package io.dateline.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes make a sound tree whose every text can be read. {@code mvn verify} runs the corpus that
 * lies beside; guided fuzzing is
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn -pl plugin-core test -Djazzer.hooks=true -Dtest=MarkupFuzzTest
 * }</pre>
 */
class MarkupFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void tree(byte[] data) {
    MarkupTree tree = MarkupTree.parse(data);

    assertEquals(tree.size(), tree.behind(MarkupTree.ROOT));
    assertEquals(MarkupTree.ROOT, tree.parent(tree.body()));
    for (int i = 1; i < tree.size(); i++) {
      int parent = tree.parent(i);
      assertTrue(parent >= 0 && parent < i && tree.behind(parent) >= tree.behind(i));
      assertTrue(tree.behind(i) > i && tree.before(i) < i);
      if (tree.tag(i).isElement()) {
        assertTrue(!tree.name(i).isEmpty());
        for (int k = tree.firstAttribute(i); k < tree.behindAttributes(i); k++) {
          assertEquals(tree.value(k), tree.value(k).replace("\0", ""));
        }
      } else if (tree.tag(i) == Tag.FORMAT_END) {
        assertTrue(tree.behind(tree.ended(i)) > i, "ends what is around it");
      }
    }
    assertTrue(tree.text(MarkupTree.ROOT).length() <= data.length);
    assertTrue(tree.wholeText(MarkupTree.ROOT).length() <= data.length);
  }
}
