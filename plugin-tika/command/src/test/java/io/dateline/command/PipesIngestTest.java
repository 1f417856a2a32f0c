package io.dateline.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.emitter.AbstractEmitter;
import org.apache.tika.pipes.emitter.EmitData;
import org.apache.tika.pipes.emitter.TikaEmitterException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Ingesting through Tika's forked processes")
class PipesIngestTest {

  @Test
  void aKilledForkLosesAndDoublesNothing(@TempDir Path folder) throws Exception {
    List<PipesIngest.Input> inputs = captures(folder, 40);
    AtomicBoolean killed = new AtomicBoolean();
    Collecting emitter =
        new Collecting() {
          @Override
          void received() {
            if (killed.compareAndSet(false, true)) {
              forks().forEach(ProcessHandle::destroyForcibly);
            }
          }
        };

    PipesIngest.Result result = run(emitter, inputs);

    assertTrue(killed.get());
    assertEquals(Map.of(), result.notParsed());
    assertEquals(40, result.parsed());
    assertEquals(40, emitter.times.size());
    assertTrue(emitter.times.values().stream().allMatch(times -> times == 1));
    assertEquals(0, forks().size(), "forks that were left behind");
  }

  @Test
  void aBrokenFileIsNamedAndTheOthersGoOn(@TempDir Path folder) throws Exception {
    List<PipesIngest.Input> inputs = captures(folder, 3);
    Path broken = Files.writeString(folder.resolve("broken.txt.gz"), "this is not gzip");
    inputs.add(new PipesIngest.Input(new CaptureFile(broken), "broken"));
    Collecting emitter = new Collecting();

    PipesIngest.Result result = run(emitter, inputs);

    assertEquals(3, emitter.times.size());
    assertEquals(4, result.captures());
    assertEquals(1, result.notParsed().size());
    assertTrue(result.notParsed().containsKey(broken.toString()), result::toString);
    assertNull(result.stopReason());
  }

  @Test
  void aFailureOfTheSetUpEndsTheRun(@TempDir Path folder) throws Exception {
    Collecting emitter =
        new Collecting() {
          @Override
          public void emit(List<? extends EmitData> data) throws TikaEmitterException {
            throw new TikaEmitterException("not let in");
          }
        };

    PipesIngest.Result result = run(emitter, captures(folder, 5));

    assertEquals("not let in", result.stopReason());
    assertTrue(result.refusedBatches() > 0);
  }

  @Test
  @Timeout(120)
  void anErrorOfTheEmitterEndsTheRunAndDoesNotHangIt(@TempDir Path folder) throws Exception {
    Collecting emitter =
        new Collecting() {
          @Override
          public void emit(List<? extends EmitData> data) {
            throw new OutOfMemoryError("heap");
          }
        };

    PipesIngest.Result result = run(emitter, captures(folder, 80)); // more than may wait

    assertTrue(String.valueOf(result.stopReason()).contains("heap"), result::toString);
    assertTrue(result.refusedBatches() > 0);
  }

  private static PipesIngest.Result run(Collecting emitter, List<PipesIngest.Input> inputs)
      throws Exception {
    return new PipesIngest(emitter, ProgressBar.of(inputs.size()))
        .run(inputs, 1, Map.of("mode", "never"), e -> true);
  }

  private static List<PipesIngest.Input> captures(Path folder, int count) throws Exception {
    List<PipesIngest.Input> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve("story-" + i + ".txt");
      Files.writeString(file, "A ferry crossed the lake again today, number " + i + ".\n");
      inputs.add(new PipesIngest.Input(new CaptureFile(file), "key-" + i));
    }
    return inputs;
  }

  private static List<ProcessHandle> forks() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("").contains("PipesServer"))
        .toList();
  }

  /** Counts how often each key arrives. */
  private static class Collecting extends AbstractEmitter {
    final Map<String, Integer> times = new HashMap<>();

    /** Called with every batch. */
    void received() {}

    @Override
    public void emit(List<? extends EmitData> data) throws TikaEmitterException {
      received();
      data.forEach(one -> times.merge(one.getEmitKey().getEmitKey(), 1, Integer::sum));
    }

    @Override
    public void emit(String key, List<Metadata> metadata, ParseContext context) {
      throw new AssertionError("only batches are emitted");
    }
  }
}
