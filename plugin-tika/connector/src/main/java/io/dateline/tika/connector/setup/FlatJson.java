package io.dateline.tika.connector.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** JSON as lines of path and value, so that two objects can be compared and shown side by side. */
final class FlatJson {

  private FlatJson() {}

  /**
   * What differs: lines of {@code - path = value} for what is there and {@code + path = value} for
   * what is to be, in the order of the paths. Elasticsearch gives settings back as strings, so 1
   * and "1" are the same.
   */
  static List<String> diff(JsonNode there, JsonNode toBe) {
    SortedMap<String, String> before = flat(there);
    SortedMap<String, String> after = flat(toBe);
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<String> lines = new ArrayList<>();
    for (String path : paths) {
      String was = before.get(path);
      String willBe = after.get(path);
      if (was != null && !was.equals(willBe)) {
        lines.add("- " + path + " = " + was);
      }
      if (willBe != null && !willBe.equals(was)) {
        lines.add("+ " + path + " = " + willBe);
      }
    }
    return lines;
  }

  private static SortedMap<String, String> flat(JsonNode json) {
    SortedMap<String, String> lines = new TreeMap<>();
    collect("", json, lines);
    return lines;
  }

  private static void collect(String path, JsonNode node, SortedMap<String, String> lines) {
    if (node.isObject() && !node.isEmpty()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        collect(
            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), lines);
      }
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "[" + i + "]", node.get(i), lines);
      }
    } else {
      lines.put(path, node.isValueNode() ? node.asString() : node.toString());
    }
  }
}
