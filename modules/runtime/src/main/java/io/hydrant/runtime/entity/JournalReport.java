package io.hydrant.runtime.entity;

import io.hydrant.core.id.CorrelationContext;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports to meters, traces and the log how an entity's journal is read and written. An entity has
 * one write at a time.
 */
final class JournalReport {
  private static final Logger LOG = LoggerFactory.getLogger(JournalReport.class);

  private final String kind;
  private final String persistenceId;
  private final RuntimeMetrics meters;
  private final Tracing spans;
  private long since;
  private CorrelationContext origin = CorrelationContext.NONE;
  private Tracing.Span span = Tracing.Span.NONE;

  JournalReport(String kind, String persistenceId, RuntimeMetrics meters, Tracing spans) {
    this.kind = kind;
    this.persistenceId = persistenceId;
    this.meters = meters;
    this.spans = spans;
  }

  void writing(CorrelationContext from) {
    since = System.nanoTime();
    origin = from;
    span = spans.journalWrite(persistenceId, () -> List.of(from));
  }

  void written() {
    meters.journalWritten(kind, true, System.nanoTime() - since);
    span.ended("OK");
  }

  void unwritten(Throwable failure) {
    meters.journalWritten(kind, false, System.nanoTime() - since);
    span.ended("Failed");
    CorrelationContexts.runIn(
        origin,
        () ->
            LOG.error(
                "An event of {} could not be stored, and its call is not answered: {}",
                persistenceId,
                failure.getMessage()));
  }

  /** Logs the reason without a stack trace, which contains nothing more. */
  void unreadable(Throwable failure) {
    LOG.error(
        "The history of {} cannot be read, so calls to it are not answered: {} Stop the node and"
            + " check its journal with `hydrant journal verify`.",
        persistenceId,
        failure.getMessage());
  }
}
