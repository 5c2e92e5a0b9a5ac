package io.hydrant.runtime.tracing;

import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.id.StreamArn;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Receives what begins and what ends, to trace single calls. What begins is part of what the thread
 * does at the moment. Must not block and not fail.
 */
public interface Tracing {
  /** Spans that trace nothing. */
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

  /** Something that has begun. */
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

    /** Where the work comes from that is part of it. */
    CorrelationContext origin();

    /**
     * @param outcome {@code OK} or in a word why not
     */
    void ended(String outcome);
  }

  /** A call of Firehose's to KMS. */
  Span kmsCall(String operation, String key, Optional<StreamArn> stream);

  /** A batch on its way out: no request's, because records of many leave together. */
  Span delivery(StreamArn stream);

  Span objectWrite(String bucket, String key);

  /**
   * Events on their way into the journal.
   *
   * @param causes for whom they are stored, at least one; what concerns several is a part of the
   *     first
   */
  Span journalWrite(String entity, Supplier<List<CorrelationContext>> causes);
}
