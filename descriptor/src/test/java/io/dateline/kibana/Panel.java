package io.dateline.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * What Kibana asks Elasticsearch for one visualisation, map layer, saved search or control, and
 * what it shows of the answer.
 *
 * @param index what is searched
 * @param body the search request
 * @param reader makes rows of an answer
 */
public record Panel(String index, String body, Function<JsonNode, List<String>> reader) {

  /** What stands for a value that a document lacks, as Kibana words it. */
  public static final String MISSING = "(missing value)";

  /** Parts the cells of a row. */
  public static final String CELL = " | ";

  /** What a person sees, in the order in which it is shown; cells parted by {@link #CELL}. */
  public List<String> rows(JsonNode answer) {
    return reader.apply(answer);
  }
}
