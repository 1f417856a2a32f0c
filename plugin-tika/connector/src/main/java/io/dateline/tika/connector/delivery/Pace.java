package io.dateline.tika.connector.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * When to try again: exponential backoff with full jitter, which spreads many senders over the
 * whole interval instead of letting them return together (Brooker, "Exponential Backoff And
 * Jitter", 2015). Safe to share between threads.
 */
public final class Pace {

  /** Time as the sender sees it, so that tests need not wait. */
  interface Ticker {
    long nanos();

    void pause(Duration duration) throws InterruptedException;
  }

  static final Ticker SYSTEM =
      new Ticker() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
      };

  private static final int MAX_DOUBLINGS = 20;

  private final Duration base;
  private final Duration cap;
  private final Ticker ticker;
  private final RandomGenerator random;

  /**
   * @param base upper bound of the first pause
   * @param cap upper bound of every pause
   */
  public Pace(Duration base, Duration cap) {
    this(base, cap, SYSTEM, () -> ThreadLocalRandom.current().nextLong());
  }

  Pace(Duration base, Duration cap, Ticker ticker, RandomGenerator random) {
    this.base = base;
    this.cap = cap;
    this.ticker = ticker;
    this.random = random;
  }

  Ticker ticker() {
    return ticker;
  }

  /**
   * Waits before another attempt.
   *
   * @param attempts made so far, at least one
   * @return false when the deadline would pass first, or the thread was interrupted
   */
  boolean waitBefore(int attempts, Deadline deadline) {
    long most = Math.min(cap.toNanos(), base.toNanos() << Math.min(attempts - 1, MAX_DOUBLINGS));
    Duration pause = Duration.ofNanos(random.nextLong(Math.max(1, most)));
    if (pause.compareTo(deadline.remaining()) >= 0) {
      return false;
    }
    try {
      ticker.pause(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Deadline deadline(Duration within) {
    return new Deadline(ticker, ticker.nanos() + within.toNanos());
  }

  /** The moment after which nothing more is tried. */
  static final class Deadline {
    private final Ticker ticker;
    private final long at;

    private Deadline(Ticker ticker, long at) {
      this.ticker = ticker;
      this.at = at;
    }

    /** Never negative. */
    Duration remaining() {
      return Duration.ofNanos(Math.max(0, at - ticker.nanos()));
    }

    boolean isOver() {
      return at - ticker.nanos() <= 0;
    }
  }
}
