package io.dateline.tika.connector.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  /**
   * Gives each item to the task, in the caller's thread and others; returns when all are done.
   *
   * @param items null after the last
   */
  static <T> void run(int lanes, Supplier<@Nullable T> items, Consumer<T> task) {
    Runnable lane =
        () -> {
          for (T item = items.get(); item != null; item = items.get()) {
            task.accept(item);
          }
        };
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (int i = 1; i < lanes; i++) {
      others.add(CompletableFuture.runAsync(lane, THREADS));
    }
    try {
      lane.run();
    } finally {
      CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).join();
    }
  }
}
