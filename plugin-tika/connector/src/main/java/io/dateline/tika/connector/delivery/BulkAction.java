package io.dateline.tika.connector.delivery;

/**
 * One line of a bulk request.
 *
 * @param kind what to do
 * @param index where
 * @param id to which document
 * @param source its JSON in UTF-8, without line breaks; empty for a delete
 * @param basedOn the version it may replace; {@link Revision#ANY} where that does not matter
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; never compared, never kept
record BulkAction(Kind kind, String index, String id, byte[] source, Revision basedOn) {

  /** Room for the action line beside the source. */
  private static final int OVERHEAD = 120;

  enum Kind {
    CREATE,
    INDEX,
    DELETE
  }

  /**
   * Elasticsearch's names for one write of one document.
   *
   * @param seqNo its sequence number
   * @param primaryTerm of the shard that wrote it
   */
  record Revision(long seqNo, long primaryTerm) {
    static final Revision ANY = new Revision(-1, -1);

    boolean isGiven() {
      return seqNo >= 0;
    }
  }

  static BulkAction create(String index, String id, byte[] source) {
    return new BulkAction(Kind.CREATE, index, id, source, Revision.ANY);
  }

  static BulkAction index(String index, String id, byte[] source) {
    return new BulkAction(Kind.INDEX, index, id, source, Revision.ANY);
  }

  static BulkAction replace(String index, String id, byte[] source, Revision revision) {
    return new BulkAction(Kind.INDEX, index, id, source, revision);
  }

  static BulkAction delete(String index, String id) {
    return new BulkAction(Kind.DELETE, index, id, new byte[0], Revision.ANY);
  }

  /** About how many bytes it takes in a request. */
  long bytes() {
    return (long) source.length + index.length() + 3L * id.length() + OVERHEAD;
  }
}
