package io.dateline.tika.connector.clientlog;

import org.apache.logging.log4j.Level;
import org.jspecify.annotations.Nullable;

/** Stands in for the interface of this name in Commons Logging, method by method. */
public interface Log {

  /** Whether lines of this level go anywhere. */
  boolean isEnabled(Level level);

  /** Logs a line. */
  void write(Level level, @Nullable Object message, @Nullable Throwable thrown);

  default boolean isTraceEnabled() {
    return isEnabled(Level.TRACE);
  }

  default void trace(@Nullable Object message) {
    write(Level.TRACE, message, null);
  }

  default void trace(@Nullable Object message, @Nullable Throwable thrown) {
    write(Level.TRACE, message, thrown);
  }

  default boolean isDebugEnabled() {
    return isEnabled(Level.DEBUG);
  }

  default void debug(@Nullable Object message) {
    write(Level.DEBUG, message, null);
  }

  default void debug(@Nullable Object message, @Nullable Throwable thrown) {
    write(Level.DEBUG, message, thrown);
  }

  default boolean isInfoEnabled() {
    return isEnabled(Level.INFO);
  }

  default void info(@Nullable Object message) {
    write(Level.INFO, message, null);
  }

  default void info(@Nullable Object message, @Nullable Throwable thrown) {
    write(Level.INFO, message, thrown);
  }

  default boolean isWarnEnabled() {
    return isEnabled(Level.WARN);
  }

  default void warn(@Nullable Object message) {
    write(Level.WARN, message, null);
  }

  default void warn(@Nullable Object message, @Nullable Throwable thrown) {
    write(Level.WARN, message, thrown);
  }

  default boolean isErrorEnabled() {
    return isEnabled(Level.ERROR);
  }

  default void error(@Nullable Object message) {
    write(Level.ERROR, message, null);
  }

  default void error(@Nullable Object message, @Nullable Throwable thrown) {
    write(Level.ERROR, message, thrown);
  }

  default boolean isFatalEnabled() {
    return isEnabled(Level.FATAL);
  }

  default void fatal(@Nullable Object message) {
    write(Level.FATAL, message, null);
  }

  default void fatal(@Nullable Object message, @Nullable Throwable thrown) {
    write(Level.FATAL, message, thrown);
  }
}
