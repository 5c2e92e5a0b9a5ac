package io.hydrant.runtime.metrics;

/** Counts what a node does. An implementation neither blocks nor fails. */
public interface RuntimeMetrics {
  /** Metrics that count nothing. */
  RuntimeMetrics NONE =
      new RuntimeMetrics() {
        @Override
        public void kmsCall(String operation, String outcome, long nanos) {}

        @Override
        public void objectWritten(String outcome, long bytes, long nanos) {}

        @Override
        public void entityChanged(String kind, String entityId, Object state) {}

        @Override
        public void entityStopped(String kind, String entityId) {}

        @Override
        public void allEntitiesStopped() {}

        @Override
        public void journalWritten(String kind, boolean stored, long nanos) {}
      };

  /**
   * Counts a call from Firehose to KMS that has ended.
   *
   * @param outcome {@code OK}, the error's code, or {@code NoAnswer}
   */
  void kmsCall(String operation, String outcome, long nanos);

  /**
   * Counts an object that was delivered or could not be.
   *
   * @param outcome {@code OK} or {@code Failed}; a failed delivery is tried again
   */
  void objectWritten(String outcome, long bytes, long nanos);

  /**
   * Records the state of an entity that has started on this node or has changed.
   *
   * @param kind for example {@code buffer}
   * @param state one of the core's, immutable
   */
  void entityChanged(String kind, String entityId, Object state);

  /** Records that an entity no longer runs on this node. */
  void entityStopped(String kind, String entityId);

  /** Records that no entity runs on this node, including those that could not report their end. */
  void allEntitiesStopped();

  /**
   * Counts a write of a command's events to the journal.
   *
   * @param stored false where the write failed
   * @param nanos from the decision to the answer of the journal
   */
  void journalWritten(String kind, boolean stored, long nanos);
}
