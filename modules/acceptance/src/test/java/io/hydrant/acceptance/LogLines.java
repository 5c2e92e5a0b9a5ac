package io.hydrant.acceptance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps the warnings and errors that a node in this process writes to its log. */
final class LogLines {
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.hydrant");
  private final List<ILoggingEvent> kept = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
          line.prepareForDeferredProcessing();
          kept.add(line);
        }
      };

  void keep() {
    appender.start();
    logger.setLevel(Level.WARN);
    logger.setAdditive(false);
    logger.addAppender(appender);
  }

  void stopKeeping() {
    logger.detachAppender(appender);
    logger.setLevel(Level.ERROR);
    logger.setAdditive(true);
  }

  /** Each line as {@code LEVEL message}. */
  List<String> lines() {
    return kept.stream().map(line -> line.getLevel() + " " + line.getFormattedMessage()).toList();
  }

  List<ILoggingEvent> events() {
    return List.copyOf(kept);
  }
}
