package io.dateline.tika.connector.clientlog;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/** Stands in for the class of this name in Commons Logging. Safe to share between threads. */
public final class LogFactory {

  private LogFactory() {}

  /** The log of a class. */
  public static Log getLog(Class<?> owner) {
    return getLog(owner.getName());
  }

  /** The log of a name; a silent one for those that print requests as they are sent. */
  public static Log getLog(String name) {
    boolean secretive = name.endsWith(".http.headers") || name.endsWith(".http.wire");
    return secretive ? new Silent() : new Forwarded(LogManager.getLogger(name));
  }

  private record Forwarded(Logger logger) implements Log {
    @Override
    public boolean isEnabled(Level level) {
      return logger.isEnabled(level);
    }

    @Override
    public void write(Level level, @Nullable Object message, @Nullable Throwable thrown) {
      logger.log(level, message, thrown);
    }
  }

  private record Silent() implements Log {
    @Override
    public boolean isEnabled(Level level) {
      return false;
    }

    @Override
    public void write(Level level, @Nullable Object message, @Nullable Throwable thrown) {
      // not even an error: nobody asks for the level before those
    }
  }
}
