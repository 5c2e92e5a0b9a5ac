package io.hydrant.core.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Derives the events that follow from the passage of time alone.
 *
 * @param propagation how long DISABLED takes to reach all records
 */
record TimePassed(DeliveryStream stream, Duration propagation, Instant now)
    implements Encryption.Visitor<List<StreamEvent>> {
  @Override
  public List<StreamEvent> visit(Encryption.Disabled disabled) {
    return activated();
  }

  /** KMS is awaited, not time. */
  @Override
  public List<StreamEvent> visit(Encryption.Enabling enabling) {
    return List.of();
  }

  @Override
  public List<StreamEvent> visit(Encryption.Enabled enabled) {
    return activated();
  }

  /** A stream that is being created fails with its encryption. */
  @Override
  public List<StreamEvent> visit(Encryption.EnablingFailed failed) {
    return List.of();
  }

  @Override
  public List<StreamEvent> visit(Encryption.Disabling disabling) {
    return now.isBefore(disabling.readyAt())
        ? List.of()
        : List.of(
            new EncryptionEvent.EncryptionDisabled(
                now, StreamTaskResult.propagated(now, propagation)));
  }

  private List<StreamEvent> activated() {
    return stream.lifecycle() instanceof Lifecycle.Creating creating
            && !now.isBefore(creating.readyAt())
        ? List.of(new StreamEvent.StreamActivated(now))
        : List.of();
  }
}
