package io.dateline.tika.connector.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
    return lines(flat(there), flat(toBe));
  }

  /** The same where what is only there stays, as in the mapping of an index. */
  static List<String> merge(JsonNode there, JsonNode toBe) {
    SortedMap<String, String> before = flat(there);
    SortedMap<String, String> after = flat(toBe);
    before.keySet().retainAll(after.keySet());
    return lines(before, after);
  }

  private static List<String> lines(
      SortedMap<String, String> before, SortedMap<String, String> after) {
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

  /** SHA-256 of all paths and values. */
  static String digest(JsonNode json) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      flat(json)
          .forEach(
              (path, value) ->
                  sha256.update((path + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
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
