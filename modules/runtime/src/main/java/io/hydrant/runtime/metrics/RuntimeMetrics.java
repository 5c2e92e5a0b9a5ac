package io.hydrant.runtime.metrics;

/** Receives what the node does, to count it. Must not block and not fail. */
public interface RuntimeMetrics {
  /** Meters that count nothing. */
  RuntimeMetrics NONE =
      new RuntimeMetrics() {
        @Override
        public void kmsCall(String operation, String outcome, long nanos) {}

        @Override
        public void objectWritten(String outcome, long bytes, long nanos) {}

        @Override
        public void entityLives(String kind, String entityId, Object state) {}

        @Override
        public void entityLeft(String kind, String entityId) {}

        @Override
        public void noneLives() {}

        @Override
        public void journalWritten(String kind, boolean stored, long nanos) {}
      };

  /**
   * A call of Firehose's to KMS has ended.
   *
   * @param outcome {@code OK}, the error's code, or {@code NoAnswer}
   */
  void kmsCall(String operation, String outcome, long nanos);

  /**
   * An object was delivered, or not.
   *
   * @param outcome {@code OK} or {@code Failed}; what failed is tried again
   */
  void objectWritten(String outcome, long bytes, long nanos);

  /**
   * An entity has come to live on this node, or has a new state.
   *
   * @param kind for example {@code buffer}
   * @param state one of the core's, immutable
   */
  void entityLives(String kind, String entityId, Object state);

  /** An entity lives on this node no more. */
  void entityLeft(String kind, String entityId);

  /** No entity lives on this node any more, also none that had no time to say that it leaves. */
  void noneLives();

  /**
   * A command's events were written to the journal, or could not be.
   *
   * @param nanos from the decision to the answer of the journal
   */
  void journalWritten(String kind, boolean stored, long nanos);
}
