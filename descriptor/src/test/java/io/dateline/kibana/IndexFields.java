package io.dateline.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The fields of an index and their types, read from its component template or its mapping. */
final class IndexFields {

  private IndexFields() {}

  /** Full field names, multi-fields included, to types; fields inside nested ones are left out. */
  static Map<String, String> of(Path file) throws IOException {
    JsonNode template = new ObjectMapper().readTree(Files.readString(file));
    Map<String, String> types = new HashMap<>();
    collect("", template.at("/template/mappings/properties"), types);
    collect("", template.at("/mappings/properties"), types);
    if (types.isEmpty()) {
      throw new IOException("no fields in " + file);
    }
    return types;
  }

  private static void collect(String prefix, JsonNode properties, Map<String, String> types) {
    for (Map.Entry<String, JsonNode> field : properties.properties()) {
      String name = prefix + field.getKey();
      JsonNode mapping = field.getValue();
      if (mapping.path("type").asText().equals("nested")) {
        continue;
      }
      if (mapping.has("type")) {
        types.put(name, mapping.get("type").asText());
      }
      collect(name + ".", mapping.path("properties"), types);
      collect(name + ".", mapping.path("fields"), types);
    }
  }
}
