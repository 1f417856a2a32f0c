package io.dateline.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.FetchEmitTuple.ON_PARSE_EXCEPTION;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitData;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.emitter.Emitter;
import org.apache.tika.pipes.emitter.TikaEmitterException;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.jspecify.annotations.Nullable;

/**
 * Parses captures in Tika's forked processes and emits all of them from this one, so that the
 * counts are whole. Forks that die take one attempt of one capture with them, nothing else. One
 * use, by one thread.
 *
 * <p>Tika's own AsyncProcessor is not used: it forgets a batch when the emitter throws, and reports
 * as parsed what it then drops.
 */
final class PipesIngest {

  private static final Logger log = LogManager.getLogger();

  private static final String FETCHER = "captures";

  /** Captures that wait to be emitted, at most: they are in memory. */
  private static final int WAITING = 64;

  private static final int BATCH_DOCUMENTS = 200;
  private static final long BATCH_BYTES = 8L << 20;
  private static final long BATCH_WAIT_MILLIS = 500;

  /** A fork may be killed for reasons that are not the capture's. */
  private static final int ATTEMPTS = 2;

  private static final EmitData END = new EmitData(new EmitKey("", ""), List.of());

  private final Emitter emitter;
  private final ProgressBar progress;
  private final BlockingQueue<EmitData> parsed = new ArrayBlockingQueue<>(WAITING);
  private final Map<String, String> notParsed = new TreeMap<>();
  private final AtomicInteger parsedCaptures = new AtomicInteger();
  private final AtomicReference<@Nullable String> stop = new AtomicReference<>();
  private int refusedBatches;

  /**
   * One capture.
   *
   * @param file where it is
   * @param key what it is called in the index
   */
  record Input(CaptureFile file, String key) {}

  /**
   * How a run ended.
   *
   * @param captures that were to be read
   * @param parsed that went to the emitter
   * @param notParsed why the others did not, by their paths
   * @param refusedBatches calls of the emitter that ended with an exception
   * @param stopReason why the run ended early; null when it did not
   */
  record Result(
      int captures,
      int parsed,
      Map<String, String> notParsed,
      int refusedBatches,
      @Nullable String stopReason) {}

  PipesIngest(Emitter emitter, ProgressBar progress) {
    this.emitter = emitter;
    this.progress = progress;
  }

  /**
   * Ingests all captures.
   *
   * @param forks how many processes parse
   * @param fetcherParams the fetcher's settings in Tika's configuration
   * @param stopsAt tells the failures after which there is no sense in going on
   */
  Result run(List<Input> inputs, int forks, Map<String, String> fetcherParams, StopTest stopsAt)
      throws IOException, TikaConfigException, InterruptedException {
    Path config = Files.createTempFile("dateline-ingest-", ".xml");
    Thread emission = new Thread(() -> emitAll(stopsAt), "emit");
    try {
      Files.writeString(
          config, configuration(config, forks, fetcherParams), StandardCharsets.UTF_8);
      emission.start();
      parseAll(inputs, forks, config);
    } finally {
      if (emission.isAlive()) {
        parsed.put(END);
        emission.join();
      }
      Files.delete(config);
    }
    return new Result(inputs.size(), parsedCaptures.get(), notParsed, refusedBatches, stop.get());
  }

  /** Whether a failed emission means that all others will fail. */
  interface StopTest {
    boolean isStop(TikaEmitterException e);
  }

  private void parseAll(List<Input> inputs, int forks, Path config)
      throws IOException, TikaConfigException, InterruptedException {
    Iterator<Input> next = inputs.iterator();
    try (PipesParser parser = new PipesParser(PipesConfig.load(config))) {
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < forks; i++) {
        Thread worker = new Thread(() -> parseSome(next, parser), "parse-" + i);
        worker.start();
        workers.add(worker);
      }
      for (Thread worker : workers) {
        worker.join();
      }
    }
  }

  private void parseSome(Iterator<Input> next, PipesParser parser) {
    while (stop.get() == null) {
      Input input;
      synchronized (next) {
        if (!next.hasNext()) {
          return;
        }
        input = next.next();
      }
      try {
        boolean ok = parse(input, parser);
        synchronized (progress) {
          progress.step(ok);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean parse(Input input, PipesParser parser) throws InterruptedException {
    String reason = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        PipesResult result = parser.parse(tuple(input));
        EmitData data = result.getEmitData();
        switch (result.getStatus()) {
          case PARSE_SUCCESS, PARSE_SUCCESS_WITH_EXCEPTION -> {
            parsed.put(data);
            parsedCaptures.incrementAndGet();
            return true;
          }
          case UNSPECIFIED_CRASH, CLIENT_UNAVAILABLE_WITHIN_MS -> reason = "Tika's process died";
          case OOM -> reason = "Tika's process ran out of memory";
          case TIMEOUT -> {
            fail(input, "Tika did not finish in time");
            return false;
          }
          default -> {
            fail(input, result.getStatus() + firstLine(result.getMessage()));
            return false;
          }
        }
      } catch (IOException | PipesException | RuntimeException e) {
        reason = "Tika's process could not be used: " + e.getMessage();
      }
      log.debug("{}: attempt {}: {}", input.key(), attempt, reason);
    }
    fail(input, reason);
    return false;
  }

  private void fail(Input input, String reason) {
    synchronized (notParsed) {
      notParsed.put(input.file().path().toString(), reason);
    }
  }

  /** Fresh for each attempt, as Tika changes it. */
  private static FetchEmitTuple tuple(Input input) {
    return new FetchEmitTuple(
        input.key(),
        new FetchKey(FETCHER, input.file().path().toAbsolutePath().toString()),
        new EmitKey("here", input.key()),
        new Metadata(),
        new ParseContext(),
        ON_PARSE_EXCEPTION.EMIT);
  }

  private static String firstLine(@Nullable String message) {
    return message == null || message.isBlank()
        ? ""
        : ": " + message.lines().findFirst().orElse("");
  }

  private void emitAll(StopTest stopsAt) {
    try {
      boolean ended = false;
      while (!ended) {
        List<EmitData> batch = new ArrayList<>();
        long bytes = 0;
        EmitData data = parsed.take();
        while (data != null && data != END) {
          batch.add(data);
          bytes += data.getEstimatedSizeBytes();
          data =
              batch.size() >= BATCH_DOCUMENTS || bytes >= BATCH_BYTES
                  ? null
                  : parsed.poll(BATCH_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
        ended = data == END;
        // after a stop what is parsed still goes to the emitter: it counts what it refuses
        if (!batch.isEmpty()) {
          emit(batch, stopsAt);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.compareAndSet(null, "interrupted");
    }
  }

  private void emit(List<EmitData> batch, StopTest stopsAt) {
    try {
      emitter.emit(batch);
    } catch (IOException | TikaEmitterException e) {
      refusedBatches++;
      System.err.println(e.getMessage());
      if (e instanceof TikaEmitterException refusal && stopsAt.isStop(refusal)) {
        stop.compareAndSet(null, e.getMessage());
      }
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      // without this the workers would wait for ever for somebody to take what they parsed
      refusedBatches++;
      log.error("the emitter failed", e);
      stop.compareAndSet(null, "the emitter failed: " + e);
    }
  }

  private static String configuration(Path self, int forks, Map<String, String> fetcherParams) {
    StringBuilder params = new StringBuilder();
    fetcherParams.forEach(
        (name, value) -> params.append("<%s>%s</%s>".formatted(name, escaped(value), name)));
    // maxForEmitBatchBytes -1: the forks hand everything back and never emit by themselves
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <properties>
          <fetchers>
            <fetcher class="%s"><name>%s</name>%s</fetcher>
          </fetchers>
          <pipes><params>
            <tikaConfig>%s</tikaConfig>
            <numClients>%d</numClients>
            <maxForEmitBatchBytes>-1</maxForEmitBatchBytes>
            <timeoutMillis>120000</timeoutMillis>
            <forkedJvmArgs><arg>-Xmx768m</arg><arg>-XX:+UseSerialGC</arg>
              <arg>-Dlog4j.configurationFile=classpath:io/dateline/command/fork-log4j2.xml</arg></forkedJvmArgs>
          </params></pipes>
        </properties>
        """
        .formatted(
            CaptureFetcher.class.getName(), FETCHER, params, escaped(self.toString()), forks);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
