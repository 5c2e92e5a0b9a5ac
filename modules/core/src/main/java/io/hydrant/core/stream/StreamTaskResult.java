package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of a {@link StreamTask}. It may arrive twice, or when the state has changed since the
 * task began; a result that does not fit the state stores nothing.
 */
public sealed interface StreamTaskResult extends StreamCommand<NoOutput> {

  List<StreamEvent> events(DeliveryStream stream, Instant now);

  @Override
  default Decision<StreamEvent, NoOutput> decide(StreamState state, Instant now) {
    return state instanceof DeliveryStream stream
        ? new Decision<>(events(stream, now), Reply.success(new NoOutput()))
        : Decision.answer(new NoOutput());
  }

  /** A result for one generation of the name; a later stream of the same name ignores it. */
  record ForGeneration(int generation, StreamTaskResult outcome) implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      return stream.generation() == generation ? outcome.events(stream, now) : List.of();
    }
  }

  /** The answer of KMS to CreateGrant: the grant's id or an error. */
  record CreateGrantCompleted(int epoch, String keyArn, Reply<String> answer)
      implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      boolean awaited =
          stream.encryption() instanceof Encryption.Enabling enabling
              && enabling.number() == epoch
              && enabling.needsGrant();
      return answer.fold(
          grantId -> awaited ? created(grantId, now) : leftOver(stream, grantId, now),
          error ->
              awaited
                  ? failed(stream, epoch, error, FailureType.CREATE_KMS_GRANT_FAILED, now)
                  : notMade(stream, now));
    }

    private List<StreamEvent> notMade(DeliveryStream stream, Instant now) {
      return stream.retiringKeys().stream()
              .anyMatch(key -> key.number() == epoch && key.awaited().isPresent())
          ? List.of(new EncryptionEvent.EpochDrained(now, epoch))
          : List.of();
    }

    private List<StreamEvent> created(String grantId, Instant now) {
      return List.of(new EncryptionEvent.GrantCreated(now, epoch, grantId));
    }

    /** Retires a grant that the stream does not know; a repeated answer names a known one. */
    private List<StreamEvent> leftOver(DeliveryStream stream, String grantId, Instant now) {
      boolean known =
          (stream.encryption() instanceof Encryption.Enabling enabling
                  && enabling.grantId().filter(grantId::equals).isPresent())
              || stream
                  .encryption()
                  .keys()
                  .latest()
                  .flatMap(KeyEpoch::grantId)
                  .filter(grantId::equals)
                  .isPresent()
              || stream.retiringKeys().stream()
                  .anyMatch(key -> key.grantId().filter(grantId::equals).isPresent());
      return known
          ? List.of()
          : List.of(new EncryptionEvent.GrantOrphaned(now, epoch, keyArn, grantId));
    }
  }

  /**
   * The answer of KMS to GenerateDataKey: the wrapped data key or an error.
   *
   * @param propagation how long ENABLED takes to reach all records
   */
  record GenerateDataKeyCompleted(int epoch, Reply<Bytes> wrapped, Duration propagation)
      implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      if (!(stream.encryption() instanceof Encryption.Enabling enabling)
          || enabling.number() != epoch
          || enabling.needsGrant()) {
        return List.of();
      }
      return wrapped.fold(
          key ->
              List.of(
                  new EncryptionEvent.EncryptionEnabled(
                      now, epoch, key, propagated(now, propagation))),
          error -> failed(stream, epoch, error, FailureType.UNKNOWN_ERROR, now));
    }
  }

  /** The buffer has no records left that were sealed in this epoch or an earlier one. */
  record Drained(int epoch) implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      return stream.retiringKeys().stream().anyMatch(key -> key.number() == epoch && !key.drained())
          ? List.of(new EncryptionEvent.EpochDrained(now, epoch))
          : List.of();
    }
  }

  record GrantRetired(int epoch, String grantId) implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      return stream.retiringKeys().stream()
              .anyMatch(key -> key.drained() && key.grantId().filter(grantId::equals).isPresent())
          ? List.of(new EncryptionEvent.GrantRetired(now, epoch))
          : List.of();
    }
  }

  /**
   * KMS refused to retire a grant of a stream that is being deleted, which is "a customer error".
   * Without an answer of KMS, RetireGrant is tried again instead.
   */
  record RetireGrantFailed(int epoch, ServiceError kms) implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      boolean owed =
          stream.retiringKeys().stream().anyMatch(key -> key.number() == epoch && key.drained());
      if (!(stream.lifecycle() instanceof Lifecycle.Deleting deleting) || !owed) {
        return List.of();
      }
      FailureDescription failure = KmsErrorMapping.notRetired(kms);
      return deleting.force()
          ? List.of(new EncryptionEvent.GrantAbandoned(now, epoch, failure))
          : List.of(new StreamEvent.DeletionFailed(now, failure));
    }
  }

  /**
   * KMS does not decrypt the data key of records that are due. A repeated result stores nothing.
   */
  record DataKeyDecryptFailed(int epoch, ServiceError kms) implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      FailureDescription failure = KmsErrorMapping.held(epoch, kms);
      return stream.suspended().equals(Optional.of(failure))
          ? List.of()
          : List.of(new EncryptionEvent.DeliverySuspended(now, failure));
    }
  }

  /** Records have been delivered after a suspension. */
  record DeliveryRecovered() implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      return stream.suspended().isPresent()
          ? List.of(new EncryptionEvent.DeliveryResumed(now))
          : List.of();
    }
  }

  record BufferDrained() implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      return stream.lifecycle() instanceof Lifecycle.Deleting deleting && !deleting.bufferEmptied()
          ? List.of(new StreamEvent.BufferDrained(now))
          : List.of();
    }
  }

  /** Another entity has confirmed a notification; the stream stores nothing. */
  record Acknowledged() implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      return List.of();
    }
  }

  record NameDeregistered() implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      return stream.lifecycle() instanceof Lifecycle.Deleting deleting
              && deleting.bufferEmptied()
              && stream.retiringKeys().isEmpty()
          ? List.of(new StreamEvent.StreamDeleted(now))
          : List.of();
    }
  }

  /**
   * The time of a transition may have come.
   *
   * @param propagation how long DISABLED takes to reach all records
   */
  record TransitionDue(Duration propagation) implements StreamTaskResult {
    @Override
    public List<StreamEvent> events(DeliveryStream stream, Instant now) {
      return stream.encryption().accept(new TimePassed(stream, propagation, now));
    }
  }

  /** Returns the time of full effect; empty for at once. */
  static Optional<Instant> propagated(Instant now, Duration propagation) {
    return propagation.isZero() ? Optional.empty() : Optional.of(now.plus(propagation));
  }

  /** ENABLING_FAILED; at creation, CREATING_FAILED too. */
  static List<StreamEvent> failed(
      DeliveryStream stream, int epoch, ServiceError kms, FailureType otherwise, Instant now) {
    FailureDescription failure = KmsErrorMapping.describe(kms, otherwise);
    StreamEvent encryption = new EncryptionEvent.EncryptionEnablingFailed(now, epoch, failure);
    return stream.lifecycle() instanceof Lifecycle.Creating
        ? List.of(encryption, new StreamEvent.StreamCreationFailed(now, failure))
        : List.of(encryption);
  }
}
