package io.hydrant.core.stream;

import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events of a stream's encryption: admitted calls, and the answers of KMS. */
public sealed interface EncryptionEvent extends StreamEvent {

  /** ENABLING: the caller has its answer; no request to KMS has been made yet. */
  record EncryptionRequested(Instant at, int epoch, ResolvedKey target, Instant enabledNotBefore)
      implements EncryptionEvent {
    @Override
    public Optional<KeyRequest> keyRequest() {
      return Optional.of(new KeyRequest(epoch, target));
    }

    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.beginning(
          new Encryption.Enabling(
              epoch, target, enabledNotBefore, Optional.empty(), stream.encryption().keys()));
    }
  }

  record GrantCreated(Instant at, int epoch, String grantId) implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.with(enabling(stream, epoch).withGrant(grantId));
    }
  }

  /**
   * ENABLED: the new key comes into force, and the old one begins to retire.
   *
   * @param propagated when all records are sealed under it; empty for at once
   */
  record EncryptionEnabled(
      Instant at, int epoch, Bytes wrappedDataKey, Optional<Instant> propagated)
      implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      Instant from = propagated.orElse(at);
      Encryption.Enabling enabling = enabling(stream, epoch);
      DeliveryStream enabled = stream.with(enabling.enabledWith(wrappedDataKey, from, at));
      return retiring(enabled, enabling.keys(), from);
    }
  }

  /** ENABLING_FAILED: a grant that was already created has to be retired. */
  record EncryptionEnablingFailed(Instant at, int epoch, FailureDescription failure)
      implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      Encryption.Enabling enabling = enabling(stream, epoch);
      DeliveryStream failed = stream.with(enabling.failed(failure));
      return enabling
          .grantId()
          .map(
              grant ->
                  failed.retiring(
                      RetiringKey.grantOnly(epoch, enabling.target().keyArn(), grant, at)))
          .orElse(failed);
    }
  }

  record EncryptionStopRequested(Instant at, Instant disabledNotBefore) implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.with(new Encryption.Disabling(stream.encryption().keys(), disabledNotBefore));
    }
  }

  /**
   * DISABLED: encryption has been stopped.
   *
   * @param propagated when records begin to be stored in plaintext; empty for at once
   */
  record EncryptionDisabled(Instant at, Optional<Instant> propagated) implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      Instant from = propagated.orElse(at);
      KeySchedule before = stream.encryption().keys();
      DeliveryStream disabled =
          stream.with(new Encryption.Disabled(before.changing(Optional.empty(), from, at)));
      return retiring(disabled, before, from);
    }
  }

  /**
   * All records sealed in the epoch have been delivered, and no more will be sealed in it. For an
   * epoch whose grant was awaited: KMS has created none.
   */
  record EpochDrained(Instant at, int epoch) implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.withRetiring(
          stream.retiringKeys().stream()
              .filter(key -> key.number() != epoch || key.awaited().isEmpty())
              .map(key -> key.number() == epoch ? key.asDrained() : key)
              .filter(key -> !key.done())
              .toList());
    }
  }

  record GrantRetired(Instant at, int epoch) implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return withoutGrant(stream, epoch);
    }
  }

  /** A grant came too late to be used: it has to be retired. */
  record GrantOrphaned(Instant at, int epoch, String keyArn, String grantId)
      implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      List<RetiringKey> others =
          stream.retiringKeys().stream()
              .filter(key -> key.number() != epoch || key.awaited().isEmpty())
              .toList();
      return stream
          .withRetiring(others)
          .retiring(RetiringKey.grantOnly(epoch, keyArn, grantId, at));
    }
  }

  /** KMS did not retire a grant of a stream that is deleted by force: the grant stays. */
  record GrantAbandoned(Instant at, int epoch, FailureDescription failure)
      implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return withoutGrant(stream, epoch);
    }
  }

  /**
   * KMS does not decrypt the data key of buffered records: they wait.
   *
   * @param failure the reason, as DescribeDeliveryStream shows it
   */
  record DeliverySuspended(Instant at, FailureDescription failure) implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.withSuspended(Optional.of(failure));
    }
  }

  /** The records that had waited for their key have been delivered. */
  record DeliveryResumed(Instant at) implements EncryptionEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.withSuspended(Optional.empty());
    }
  }

  private static DeliveryStream retiring(DeliveryStream stream, KeySchedule before, Instant from) {
    return before.latest().map(old -> stream.retiring(RetiringKey.of(old, from))).orElse(stream);
  }

  private static DeliveryStream withoutGrant(DeliveryStream stream, int epoch) {
    return stream.withRetiring(
        stream.retiringKeys().stream().filter(key -> key.number() != epoch).toList());
  }

  private static Encryption.Enabling enabling(DeliveryStream stream, int epoch) {
    if (stream.encryption() instanceof Encryption.Enabling enabling && enabling.number() == epoch) {
      return enabling;
    }
    throw new IllegalStateException(
        "epoch " + epoch + " is not being enabled but " + stream.encryption().status());
  }
}
