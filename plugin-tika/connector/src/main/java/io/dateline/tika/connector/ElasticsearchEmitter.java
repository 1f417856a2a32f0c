package io.dateline.tika.connector;

import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.delivery.Delivery;
import io.dateline.tika.connector.delivery.Delivery.OnDuplicate;
import io.dateline.tika.connector.delivery.DeliveryException;
import io.dateline.tika.connector.delivery.Sending;
import io.dateline.tika.connector.delivery.Tally;
import io.dateline.tika.connector.document.NewsEntryReader;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.tika.config.Initializable;
import org.apache.tika.config.InitializableProblemHandler;
import org.apache.tika.config.Param;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.emitter.AbstractEmitter;
import org.apache.tika.pipes.emitter.EmitData;
import org.apache.tika.pipes.emitter.TikaEmitterException;
import org.jspecify.annotations.Nullable;

/**
 * Indexes what Tika Pipes parsed: one document per capture into the article index, one per article
 * and place into the place index. Both {@code emit} methods block until every document is stored,
 * was there already, or is in the dead-letter file, and throw {@link TikaEmitterException} for
 * those that are not; nothing is kept for later, as Tika ends its processes without warning.
 * Nothing else is thrown: a runtime exception would end Tika's emitter thread for good.
 *
 * <p>Tika makes several instances, in several processes; each connects with its first document.
 * Safe to share between threads once configured.
 */
public final class ElasticsearchEmitter extends AbstractEmitter implements Initializable {

  private static final Logger log = LogManager.getLogger();

  private final Map<String, String> params = new LinkedHashMap<>();
  private final Tally tally = new Tally();
  private @Nullable NewsEntryReader reader;
  private @Nullable Delivery delivery;

  /** For Tika, which then calls the setters and {@link #initialize}. */
  public ElasticsearchEmitter() {}

  /** For programs that configure without Tika's XML. */
  public ElasticsearchEmitter(Access access, Sending sending, ZoneId zone) {
    use(new EmitterSettings(access, sending, zone));
  }

  @Override
  @SuppressWarnings("rawtypes") // as Tika declares it
  public void initialize(Map<String, Param> unused) throws TikaConfigException {
    configure();
  }

  @Override
  public void checkInitialization(InitializableProblemHandler handler) {
    // everything is checked in initialize, which Tika calls first
  }

  @Override
  public void emit(String emitKey, List<Metadata> metadataList, ParseContext context)
      throws TikaEmitterException {
    store(List.of(new Emission(emitKey, metadataList)));
    log.debug("{}: {}", getName(), tally.counts());
  }

  @Override
  public void emit(List<? extends EmitData> emitData) throws TikaEmitterException {
    store(
        emitData.stream()
            .map(data -> new Emission(data.getEmitKey().getEmitKey(), data.getMetadataList()))
            .toList());
    log.info("{}: {}", getName(), tally.counts());
  }

  /** What became of all documents that this instance was given. */
  public Tally.Counts counts() {
    return tally.counts();
  }

  private void store(List<Emission> emissions) throws TikaEmitterException {
    try {
      configure();
      Delivery delivery = delivery();
      EntriesOf entries = new EntriesOf(emissions, reader(), () -> delivery.refuse(1));
      delivery.deliver(entries, emissions.size());
      Throwable unread = entries.failure();
      if (unread != null) {
        throw refusal(emissions, unread);
      }
    } catch (DeliveryException e) {
      throw new TikaEmitterException(e.getMessage(), e);
    } catch (TikaConfigException | RuntimeException | LinkageError | VirtualMachineError e) {
      // anything but a TikaEmitterException would end Tika's emitter thread, or the fork
      throw refusal(emissions, e);
    }
  }

  private static TikaEmitterException refusal(List<Emission> emissions, Throwable e) {
    return new TikaEmitterException(
        "of %d emissions some were not stored: %s".formatted(emissions.size(), e), e);
  }

  private synchronized NewsEntryReader reader() {
    NewsEntryReader configured = reader;
    if (configured == null) {
      throw new IllegalStateException("not configured");
    }
    return configured;
  }

  private synchronized Delivery delivery() {
    Delivery configured = delivery;
    if (configured == null) {
      throw new IllegalStateException("not configured");
    }
    return configured;
  }

  private synchronized void use(EmitterSettings settings) {
    reader =
        new NewsEntryReader(
            settings.zone(), settings.sending().onDuplicate() == OnDuplicate.VERSION);
    delivery = settings.sending().open(settings.access(), tally);
  }

  private synchronized void configure() throws TikaConfigException {
    if (delivery != null) {
      return;
    }
    try {
      use(EmitterSettings.read(params));
    } catch (IllegalArgumentException e) {
      throw new TikaConfigException("ElasticsearchEmitter: " + e.getMessage(), e);
    }
  }

  /** Addresses of the nodes, with commas between them; the only parameter that must be given. */
  public void setUrl(String value) {
    params.put("url", value);
  }

  /** For basic authentication. */
  public void setUsername(String value) {
    params.put("username", value);
  }

  /** Better in {@code passwordEnv} or {@code passwordFile}. */
  public void setPassword(String value) {
    params.put("password", value);
  }

  /** Name of the environment variable that holds the password. */
  public void setPasswordEnv(String value) {
    params.put("passwordEnv", value);
  }

  /** File whose first line is the password. */
  public void setPasswordFile(String value) {
    params.put("passwordFile", value);
  }

  /** Encoded, or {@code id:key}; better in {@code apiKeyEnv} or {@code apiKeyFile}. */
  public void setApiKey(String value) {
    params.put("apiKey", value);
  }

  /** Name of the environment variable that holds the API key. */
  public void setApiKeyEnv(String value) {
    params.put("apiKeyEnv", value);
  }

  /** File whose first line is the API key. */
  public void setApiKeyFile(String value) {
    params.put("apiKeyFile", value);
  }

  /** PEM certificate of the authority that signed the nodes' certificates. */
  public void setCaFile(String value) {
    params.put("caFile", value);
  }

  /** SHA-256 of that authority's certificate, in hex. */
  public void setCaFingerprint(String value) {
    params.put("caFingerprint", value);
  }

  /** Default 5000. */
  public void setConnectTimeoutMillis(String value) {
    params.put("connectTimeoutMillis", value);
  }

  /** Of one attempt; default 30000. */
  public void setRequestTimeoutMillis(String value) {
    params.put("requestTimeoutMillis", value);
  }

  /** Whether requests are gzipped; by default unless all nodes are on this machine. */
  public void setCompress(String value) {
    params.put("compress", value);
  }

  /** Default {@code news-articles}. */
  public void setArticleIndex(String value) {
    params.put("articleIndex", value);
  }

  /** Default {@code news-places}. */
  public void setPlaceIndex(String value) {
    params.put("placeIndex", value);
  }

  /** Ingest pipeline of the articles; none by default. */
  public void setPipeline(String value) {
    params.put("pipeline", value);
  }

  /** {@code replace} (default), {@code keep} or {@code version}. */
  public void setOnDuplicate(String value) {
    params.put("onDuplicate", value);
  }

  /** Of one emission with all retries; default 40000, below Tika's 60 s for a fork. */
  public void setDeadlineMillis(String value) {
    params.put("deadlineMillis", value);
  }

  /** Where documents go that cannot be stored; without it they are given back. */
  public void setDeadLetterFolder(String value) {
    params.put("deadLetterFolder", value);
  }

  /** After which a new dead-letter file is begun; default 64 MiB. */
  public void setDeadLetterMaxBytes(String value) {
    params.put("deadLetterMaxBytes", value);
  }

  /** About the most a bulk request has; default 5 MiB. */
  public void setBatchBytes(String value) {
    params.put("batchBytes", value);
  }

  /** The most documents in a bulk request; default 500. */
  public void setBatchDocuments(String value) {
    params.put("batchDocuments", value);
  }

  /** Of times that state none; default UTC. */
  public void setTimezone(String value) {
    params.put("timezone", value);
  }
}
