package io.dateline.tika.connector.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A few tasks at once, so that one is made ready while the cluster works on another. The threads
 * are daemons, as Tika never closes an emitter, and end when they have been idle for a minute.
 */
final class Lanes {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "dateline-delivery-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  private Lanes() {}

  /** Gives each item to the task, in the caller's thread and others; returns when all are done. */
  static <T> void run(int lanes, List<T> items, Consumer<T> task) {
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            task.accept(items.get(i));
          }
        };
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(lanes, items.size()); i++) {
      others.add(CompletableFuture.runAsync(lane, THREADS));
    }
    lane.run();
    others.forEach(CompletableFuture::join);
  }
}
