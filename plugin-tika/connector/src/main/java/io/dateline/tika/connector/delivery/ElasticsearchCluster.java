package io.dateline.tika.connector.delivery;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.MgetRequest;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ContentType;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Cancellable;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real cluster, through Elasticsearch's Java client. Blocking; connects at the first request, and
 * anew when the client's I/O thread has died. Safe to share between threads.
 */
final class ElasticsearchCluster implements Cluster {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Asked like this, a node of the next major version answers as one of this does. */
  private static final String JSON = "application/vnd.elasticsearch+json;compatible-with=8";

  private static final ContentType NDJSON =
      ContentType.parse("application/vnd.elasticsearch+x-ndjson;compatible-with=8");

  /** Lets the client's own, shorter limit come first, which marks the node as one to avoid. */
  private static final Duration GRACE = Duration.ofMillis(250);

  private static final List<String> READ_FIELDS =
      List.of("news.place_ids", "news.sha256", "event.ingested");

  private final Access access;
  private final @Nullable String pipeline;
  private final String pipelineIndex;
  private @Nullable Open client;

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
    Request request = new Request("POST", "/_bulk");
    request.setEntity(BulkBody.of(actions, pipeline, pipelineIndex, NDJSON));
    request.setOptions(within(timeout).toBuilder().addHeader("Accept", JSON));
    return ask(
        timeout,
        open -> open.send(request),
        answer -> BulkAnswers.read(EntityUtils.toByteArray(answer.getEntity())));
  }

  @Override
  public Map<String, Stored> read(String index, Collection<String> ids, Duration timeout)
      throws ClusterException {
    MgetRequest request =
        MgetRequest.of(get -> get.index(index).ids(List.copyOf(ids)).sourceIncludes(READ_FIELDS));
    MgetResponse<JsonNode> response =
        ask(
            timeout,
            open ->
                open.client
                    .withTransportOptions(new RestClientOptions(within(timeout), false))
                    .mget(request, JsonNode.class),
            answer -> answer);
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
    CompletableFuture<T> ask(Open open);
  }

  private interface Reading<T, R> {
    R read(T answer) throws IOException;
  }

  /**
   * One attempt. The client would bound the silence only, and that for each of the nodes in turn;
   * here the whole of it ends in time, or a slow answer would outlast Tika's watchdog.
   */
  private <T, R> R ask(Duration timeout, Question<T> question, Reading<T, R> reading)
      throws ClusterException {
    Open open = open();
    try {
      CompletableFuture<T> answer = question.ask(open);
      try {
        return reading.read(answer.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        answer.cancel(true);
        String said = "there was no whole answer within " + timeout.toMillis() + " ms";
        throw new ClusterException(0, null, said, e);
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new ClusterException(0, null, "the sender was interrupted", e);
      }
    } catch (ExecutionException e) {
      throw failure(open, e.getCause());
    } catch (ClusterException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw failure(open, e);
    }
  }

  private ClusterException failure(Open open, @Nullable Throwable said) {
    if (said instanceof ElasticsearchException e) {
      ErrorCause error = e.error();
      return new ClusterException(e.status(), error.type(), String.valueOf(error.reason()), e);
    }
    if (said instanceof TransportException e) {
      // an answer that says "good" but cannot be read is none
      int status = e.statusCode() < 300 ? 0 : e.statusCode();
      return new ClusterException(status, null, plain(e), e);
    }
    if (said instanceof ResponseException e) {
      return refusal(e);
    }
    if (said instanceof IOException e) {
      return Trust.refusal(e)
          .map(reason -> new ClusterException(0, ClusterException.NOT_TRUSTED, reason, e))
          .orElseGet(() -> new ClusterException(0, null, plain(e), e));
    }
    // answers that are no JSON, and a client whose I/O thread has died
    close(open);
    return new ClusterException(0, null, said == null ? "no answer" : plain(said), said);
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
  private static String plain(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  private RequestOptions within(Duration timeout) {
    int millis = (int) Math.max(1, timeout.toMillis());
    int connect = (int) Math.min(millis, access.connectTimeout().toMillis());
    RequestConfig config =
        RequestConfig.custom()
            .setConnectTimeout(connect)
            .setConnectionRequestTimeout(millis)
            .setSocketTimeout(millis)
            .build();
    return RequestOptions.DEFAULT.toBuilder().setRequestConfig(config).build();
  }

  /** A client and its typed side, which share connections. */
  private static final class Open {
    private final RestClient rest;
    private final ElasticsearchAsyncClient client;

    Open(RestClient rest) {
      this.rest = rest;
      this.client =
          new ElasticsearchAsyncClient(new RestClientTransport(rest, new Jackson3JsonpMapper()));
    }

    CompletableFuture<Response> send(Request request) {
      Answering answering = new Answering();
      answering.call = rest.performRequestAsync(request, answering);
      return answering;
    }
  }

  /** An answer that may come, or not. */
  private static final class Answering extends CompletableFuture<Response>
      implements ResponseListener {
    private @Nullable Cancellable call;

    @Override
    public void onSuccess(Response response) {
      complete(response);
    }

    @Override
    public void onFailure(Exception e) {
      completeExceptionally(e);
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      Cancellable open = call;
      if (open != null) {
        open.cancel();
      }
      return super.cancel(mayInterrupt);
    }
  }

  private synchronized Open open() {
    Open open = client;
    if (open == null) {
      open = new Open(access.open());
      client = open;
    }
    return open;
  }

  /** Unless another thread did and connected anew. */
  private synchronized void close(Open failed) {
    if (client != failed) {
      return;
    }
    client = null;
    try {
      failed.rest.close();
    } catch (IOException e) {
      // nothing is lost with it: what is under way in other threads fails, and is sent again
    }
  }
}
