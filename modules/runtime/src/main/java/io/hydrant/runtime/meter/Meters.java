package io.hydrant.runtime.meter;

/** Is told what the node does, for those who watch it. Must not block and not fail. */
public interface Meters {
  /** To where nobody watches. */
  Meters NONE =
      new Meters() {
        @Override
        public void kmsCall(String operation, String outcome, long nanos) {}

        @Override
        public void objectWritten(String outcome, long bytes, long nanos) {}
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
}
