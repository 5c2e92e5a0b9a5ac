package io.hydrant.runtime.tracing;

import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.id.StreamArn;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Traces the steps of single calls. A step that begins is a child of the step that the thread
 * performs. An implementation neither blocks nor fails.
 */
public interface Tracing {
  /** Traces nothing. */
  Tracing NONE =
      new Tracing() {
        @Override
        public Span kmsCall(String operation, String key, Optional<StreamArn> stream) {
          return Span.NONE;
        }

        @Override
        public Span delivery(StreamArn stream) {
          return Span.NONE;
        }

        @Override
        public Span objectWrite(String bucket, String key) {
          return Span.NONE;
        }

        @Override
        public Span journalWrite(String entity, Supplier<List<CorrelationContext>> causes) {
          return Span.NONE;
        }
      };

  /** A step that has started. */
  interface Span {
    Span NONE =
        new Span() {
          @Override
          public CorrelationContext origin() {
            return CorrelationContexts.current();
          }

          @Override
          public void ended(String outcome) {}
        };

    /** Returns the correlation context for work that is part of this span. */
    CorrelationContext origin();

    /**
     * Ends the span.
     *
     * @param outcome {@code OK}, or the reason in one word
     */
    void ended(String outcome);
  }

  /** Begins a call from Firehose to KMS. */
  Span kmsCall(String operation, String key, Optional<StreamArn> stream);

  /**
   * Begins the delivery of a batch; it has no parent, because it holds records of many requests.
   */
  Span delivery(StreamArn stream);

  Span objectWrite(String bucket, String key);

  /**
   * Begins a write of events to the journal.
   *
   * @param causes the requests that caused the events, at least one; a write for several requests
   *     is a child span of the first
   */
  Span journalWrite(String entity, Supplier<List<CorrelationContext>> causes);
}
