package io.dateline.tika.connector.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One document for the article index and its rows for the place index.
 *
 * @param id the article's id
 * @param article its source; owned by this entry, not to be changed
 * @param places one row per place, ids distinct
 */
public record NewsEntry(String id, ObjectNode article, List<PlaceRow> places) {

  /** Where the article lists its rows, so that a later version of it can remove them. */
  public static final String PLACE_IDS = "place_ids";

  /**
   * One row of the place index.
   *
   * @param id the row's id, which begins with the article's
   * @param source its source
   */
  public record PlaceRow(String id, ObjectNode source) {}

  public NewsEntry {
    places = List.copyOf(places);
    Set<String> ids = new HashSet<>();
    for (PlaceRow place : places) {
      if (!ids.add(place.id())) {
        throw new IllegalArgumentException("two rows with the id " + place.id());
      }
    }
  }

  /** The article's source with this list of rows in place of its own. */
  public ObjectNode articleListing(Iterable<String> rowIds) {
    ObjectNode copy = article.deepCopy();
    ArrayNode list = copy.withObject("news").putArray(PLACE_IDS);
    rowIds.forEach(list::add);
    return copy;
  }
}
