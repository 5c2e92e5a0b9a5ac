package io.hydrant.replay.inspector;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class writes to the log meanwhile. */
final class LogOf implements AutoCloseable {
  private final Logger log;
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  LogOf(Class<?> writer) {
    log = (Logger) LoggerFactory.getLogger(writer);
    log.setLevel(Level.WARN);
    lines.start();
    log.addAppender(lines);
  }

  /** For example {@code WARN It rains}. */
  List<String> lines() {
    return lines.list.stream()
        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
        .toList();
  }

  @Override
  public void close() {
    log.detachAppender(lines);
  }
}
