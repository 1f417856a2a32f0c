package io.dateline.tika.connector.delivery;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.MgetRequest;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.connection.Trust;
import io.dateline.tika.connector.delivery.BulkAction.Revision;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real cluster, through Elasticsearch's Java client and blocking requests. Connects at the first
 * request, and anew when the client's I/O thread has died. Safe to share between threads.
 */
final class ElasticsearchCluster implements Cluster {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> READ_FIELDS =
      List.of("news.place_ids", "news.sha256", "event.ingested");

  private final Access access;
  private final @Nullable String pipeline;
  private final String pipelineIndex;
  private @Nullable ElasticsearchClient client;

  /**
   * @param pipeline ingest pipeline of the articles; null for none
   * @param pipelineIndex the index whose documents go through it
   */
  ElasticsearchCluster(Access access, @Nullable String pipeline, String pipelineIndex) {
    this.access = access;
    this.pipeline = pipeline;
    this.pipelineIndex = pipelineIndex;
  }

  @Override
  public List<Answer> bulk(List<BulkAction> actions, Duration timeout) throws ClusterException {
    BulkRequest request =
        BulkRequest.of(bulk -> bulk.operations(actions.stream().map(this::operation).toList()));
    BulkResponse response = ask(timeout, client -> client.bulk(request));
    return response.items().stream().map(ElasticsearchCluster::answer).toList();
  }

  @Override
  public Map<String, Stored> read(String index, Collection<String> ids, Duration timeout)
      throws ClusterException {
    MgetRequest request =
        MgetRequest.of(get -> get.index(index).ids(List.copyOf(ids)).sourceIncludes(READ_FIELDS));
    MgetResponse<JsonNode> response = ask(timeout, client -> client.mget(request, JsonNode.class));
    Map<String, Stored> stored = new HashMap<>();
    for (MultiGetResponseItem<JsonNode> item : response.docs()) {
      if (item.isFailure()) {
        ErrorCause error = item.failure().error();
        throw new ClusterException(
            status(error.type()), error.type(), String.valueOf(error.reason()), null);
      }
      GetResult<JsonNode> result = item.result();
      if (result.found()) {
        stored.put(result.id(), stored(result));
      }
    }
    return stored;
  }

  private BulkOperation operation(BulkAction action) {
    Revision revision = action.basedOn();
    Long seqNo = revision.isGiven() ? revision.seqNo() : null;
    Long term = revision.isGiven() ? revision.primaryTerm() : null;
    BinaryData source = BinaryData.of(action.source(), ContentType.APPLICATION_JSON);
    String through = action.index().equals(pipelineIndex) ? pipeline : null;
    return switch (action.kind()) {
      case CREATE ->
          BulkOperation.of(
              bulk ->
                  bulk.create(
                      op ->
                          op.index(action.index())
                              .id(action.id())
                              .pipeline(through)
                              .document(source)));
      case INDEX ->
          BulkOperation.of(
              bulk ->
                  bulk.index(
                      op ->
                          op.index(action.index())
                              .id(action.id())
                              .pipeline(through)
                              .ifSeqNo(seqNo)
                              .ifPrimaryTerm(term)
                              .document(source)));
      case DELETE ->
          BulkOperation.of(bulk -> bulk.delete(op -> op.index(action.index()).id(action.id())));
    };
  }

  private static Answer answer(BulkResponseItem item) {
    ErrorCause error = item.error();
    if (error != null) {
      String reason = error.reason();
      ErrorCause cause = error.causedBy();
      if (cause != null && cause.reason() != null) {
        reason = reason + ": " + cause.reason();
      }
      return Answer.error(item.status(), error.type(), reason);
    }
    Long seqNo = item.seqNo();
    Long term = item.primaryTerm();
    return Answer.ok(
        item.status(), seqNo == null || term == null ? Revision.ANY : new Revision(seqNo, term));
  }

  private static Stored stored(GetResult<JsonNode> result) {
    Long seqNo = result.seqNo();
    Long term = result.primaryTerm();
    Revision revision = seqNo == null || term == null ? Revision.ANY : new Revision(seqNo, term);
    JsonNode source = result.source();
    List<String> placeIds = new ArrayList<>();
    if (source == null) {
      return new Stored(revision, placeIds, null, null);
    }
    JsonNode listed = source.path("news").path("place_ids");
    if (listed.isString()) {
      placeIds.add(listed.asString());
    }
    listed.forEach(id -> placeIds.add(id.asString("")));
    return new Stored(
        revision,
        placeIds,
        source.path("news").path("sha256").asString(null),
        source.path("event").path("ingested").asString(null));
  }

  /** An item of a multi-get bears no status of its own. */
  private static int status(@Nullable String type) {
    if ("index_not_found_exception".equals(type)) {
      return 404;
    }
    return "security_exception".equals(type) ? 403 : 503;
  }

  private interface Question<T> {
    T ask(ElasticsearchClient client) throws IOException;
  }

  private <T> T ask(Duration timeout, Question<T> question) throws ClusterException {
    try {
      return question.ask(client().withTransportOptions(within(timeout)));
    } catch (ElasticsearchException e) {
      ErrorCause error = e.error();
      throw new ClusterException(e.status(), error.type(), String.valueOf(error.reason()), e);
    } catch (TransportException e) {
      // an answer that says "good" but cannot be read is none
      int status = e.statusCode() < 300 ? 0 : e.statusCode();
      throw new ClusterException(status, null, plain(e), e);
    } catch (ResponseException e) {
      throw refusal(e);
    } catch (IOException e) {
      throw Trust.refusal(e)
          .map(reason -> new ClusterException(0, ClusterException.NOT_TRUSTED, reason, e))
          .orElseGet(() -> new ClusterException(0, null, plain(e), e));
    } catch (RuntimeException e) {
      // answers that are no JSON, and a client whose I/O thread has died
      close();
      throw new ClusterException(0, null, plain(e), e);
    }
  }

  /** An error that the client hands on undecoded; it may come from a proxy. */
  private static ClusterException refusal(ResponseException e) {
    int status = e.getResponse().getStatusLine().getStatusCode();
    try {
      JsonNode error =
          MAPPER.readTree(EntityUtils.toByteArray(e.getResponse().getEntity())).path("error");
      if (error.isObject()) {
        String type = error.path("type").asString(null);
        return new ClusterException(status, type, error.path("reason").asString(""), e);
      }
    } catch (IOException | RuntimeException unreadable) {
      e.addSuppressed(unreadable); // then it is no error of Elasticsearch's
    }
    return new ClusterException(status, null, plain(e), e);
  }

  /** The message without the address and headers that the client adds, cut to a line. */
  private static String plain(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  private RestClientOptions within(Duration timeout) {
    int millis = (int) Math.max(1, timeout.toMillis());
    int connect = (int) Math.min(millis, access.connectTimeout().toMillis());
    RequestConfig config =
        RequestConfig.custom()
            .setConnectTimeout(connect)
            .setConnectionRequestTimeout(millis)
            .setSocketTimeout(millis)
            .build();
    return new RestClientOptions(
        RequestOptions.DEFAULT.toBuilder().setRequestConfig(config).build(), false);
  }

  private synchronized ElasticsearchClient client() {
    ElasticsearchClient open = client;
    if (open == null) {
      open =
          new ElasticsearchClient(
              new RestClientTransport(access.open(), new Jackson3JsonpMapper()));
      client = open;
    }
    return open;
  }

  private synchronized void close() {
    ElasticsearchClient open = client;
    client = null;
    if (open != null) {
      try {
        open._transport().close();
      } catch (IOException e) {
        // nothing is lost with it: requests are blocking, none is under way in this thread
      }
    }
  }
}
