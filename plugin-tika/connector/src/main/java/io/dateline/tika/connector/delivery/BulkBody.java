package io.dateline.tika.connector.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.http.HttpEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bulk request as the bytes that are sent. The Java client's own objects for it are not used: an
 * object for every action, and each source handed on in pieces, cost as much as making the sources.
 */
final class BulkBody extends ByteArrayOutputStream {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private BulkBody(int capacity) {
    super(capacity);
  }

  /**
   * The lines of these actions.
   *
   * @param pipeline ingest pipeline of the documents of one index; null for none
   * @param pipelineIndex that index
   */
  static HttpEntity of(
      List<BulkAction> actions,
      @Nullable String pipeline,
      String pipelineIndex,
      ContentType contentType) {
    long about = actions.stream().mapToLong(BulkAction::bytes).sum();
    BulkBody body = new BulkBody((int) Math.min(about, Integer.MAX_VALUE - 8));
    for (BulkAction action : actions) {
      body.line(action, action.index().equals(pipelineIndex) ? pipeline : null);
    }
    return new NByteArrayEntity(body.buf, 0, body.count, contentType);
  }

  private void line(BulkAction action, @Nullable String pipeline) {
    String verb =
        switch (action.kind()) {
          case CREATE -> "create";
          case INDEX -> "index";
          case DELETE -> "delete";
        };
    put("{\"" + verb + "\":{\"_index\":");
    string(action.index());
    put(",\"_id\":");
    string(action.id());
    if (action.basedOn().isGiven()) {
      put(",\"if_seq_no\":" + action.basedOn().seqNo());
      put(",\"if_primary_term\":" + action.basedOn().primaryTerm());
    }
    if (pipeline != null && action.kind() != BulkAction.Kind.DELETE) {
      put(",\"pipeline\":");
      string(pipeline);
    }
    put("}}\n");
    if (action.kind() != BulkAction.Kind.DELETE) {
      writeBytes(action.source());
      write('\n');
    }
  }

  private void put(String ascii) {
    writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private void string(String text) {
    writeBytes(MAPPER.writeValueAsBytes(text));
  }
}
