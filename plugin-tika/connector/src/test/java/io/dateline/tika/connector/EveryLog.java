package io.dateline.tika.connector;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** All that anybody logs between its making and its closing, down to the last detail. */
final class EveryLog extends AbstractAppender implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final LoggerContext context = LoggerContext.getContext(false);
  private final LoggerConfig root = context.getConfiguration().getRootLogger();
  private final Level before = root.getLevel();
  private final Map<String, Appender> others = Map.copyOf(root.getAppenders());

  EveryLog() {
    super("every log", null, null, false, Property.EMPTY_ARRAY);
    start();
    others.keySet().forEach(root::removeAppender); // the console can do without it
    root.addAppender(this, Level.ALL, null);
    root.setLevel(Level.ALL);
    context.updateLoggers();
  }

  @Override
  public void append(LogEvent event) {
    StringWriter line = new StringWriter();
    line.append(event.getLevel() + " " + event.getLoggerName() + " ")
        .append(event.getMessage().getFormattedMessage());
    if (event.getThrown() != null) {
      event.getThrown().printStackTrace(new PrintWriter(line));
    }
    lines.add(line.toString());
  }

  /** Level, name of the logger and message, with the stack trace where there is one. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    root.removeAppender(getName());
    others.values().forEach(appender -> root.addAppender(appender, null, null));
    root.setLevel(before);
    context.updateLoggers(); // not stopped: a thread of the client may be about to append
  }
}
