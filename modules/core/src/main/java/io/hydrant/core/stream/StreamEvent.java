package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Event;
import io.hydrant.core.id.StreamArn;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of a stream. */
public sealed interface StreamEvent extends Event<StreamState>
    permits EncryptionEvent,
        StreamEvent.StreamCreated,
        StreamEvent.StreamActivated,
        StreamEvent.StreamCreationFailed,
        StreamEvent.DestinationUpdated,
        StreamEvent.StreamTagged,
        StreamEvent.StreamUntagged,
        StreamEvent.DeletionStarted,
        StreamEvent.BufferDrained,
        StreamEvent.DeletionFailed,
        StreamEvent.StreamDeleted {

  /** The epoch of the key that a stream is created with. */
  int FIRST_EPOCH = 1;

  /** Returns the state of an existing stream after this event. */
  StreamState evolve(DeliveryStream stream);

  /** Returns the key that a caller asked for; empty for most events. */
  default Optional<KeyRequest> keyRequest() {
    return Optional.empty();
  }

  @Override
  default StreamState evolve(StreamState state) {
    if (state instanceof DeliveryStream stream) {
      return evolve(stream);
    }
    throw new IllegalStateException(
        getClass().getSimpleName() + " of a stream that does not exist");
  }

  record StreamCreated(
      Instant at,
      StreamArn arn,
      DeliveryStreamType type,
      Structure sources,
      Destination destination,
      List<Tag> tags,
      Optional<ResolvedKey> encryption,
      Instant activeNotBefore)
      implements StreamEvent {
    @Override
    public Optional<KeyRequest> keyRequest() {
      return encryption.map(target -> new KeyRequest(FIRST_EPOCH, target));
    }

    @Override
    public StreamState evolve(StreamState state) {
      if (!(state instanceof Nonexistent none)) {
        throw new IllegalStateException("the stream exists already");
      }
      Map<String, Optional<String>> tagged = new LinkedHashMap<>();
      tags.forEach(tag -> tagged.put(tag.key(), tag.value()));
      DeliveryStream created =
          DeliveryStream.created(
              new StreamIdentity(arn, none.generations() + 1, type, at),
              new StreamConfiguration(sources, destination, 1, Optional.empty(), tagged),
              new Lifecycle.Creating(activeNotBefore));
      return encryption
          .map(
              target ->
                  created.beginning(
                      new Encryption.Enabling(
                          FIRST_EPOCH,
                          target,
                          activeNotBefore,
                          Optional.empty(),
                          KeySchedule.NONE)))
          .orElse(created);
    }

    @Override
    public StreamState evolve(DeliveryStream stream) {
      throw new IllegalStateException("the stream exists already");
    }
  }

  record StreamActivated(Instant at) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.with(new Lifecycle.Active());
    }
  }

  record StreamCreationFailed(Instant at, FailureDescription failure) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.with(new Lifecycle.CreatingFailed(failure));
    }
  }

  record DestinationUpdated(Instant at, Destination destination) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.updated(destination, at);
    }
  }

  record StreamTagged(Instant at, List<Tag> tags) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      Map<String, Optional<String>> changed = new LinkedHashMap<>(stream.tags());
      tags.forEach(tag -> changed.put(tag.key(), tag.value()));
      return stream.withTags(changed);
    }
  }

  record StreamUntagged(Instant at, List<String> tagKeys) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      Map<String, Optional<String>> changed = new LinkedHashMap<>(stream.tags());
      tagKeys.forEach(changed::remove);
      return stream.withTags(changed);
    }
  }

  /**
   * The deletion has started.
   *
   * @param force true to delete the stream even if KMS does not retire a grant (AllowForceDelete)
   */
  record DeletionStarted(Instant at, boolean force) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      DeliveryStream deleting = stream.with(new Lifecycle.Deleting(false, force));
      if (!(stream.encryption() instanceof Encryption.Enabling enabling)) {
        return deleting;
      }
      // The change of key ends here: the old key stays in force, a grant for the new one is
      // retired.
      DeliveryStream unchanged = deleting.with(settled(enabling.keys()));
      if (enabling.needsGrant()) {
        return unchanged.retiring(RetiringKey.awaiting(enabling.number(), enabling.target(), at));
      }
      return enabling
          .grantId()
          .map(
              grant ->
                  unchanged.retiring(
                      RetiringKey.grantOnly(
                          enabling.number(), enabling.target().keyArn(), grant, at)))
          .orElse(unchanged);
    }

    private static Encryption settled(KeySchedule keys) {
      return keys.latest()
          .<Encryption>map(key -> new Encryption.Enabled(key, keys))
          .orElseGet(() -> new Encryption.Disabled(keys));
    }
  }

  /** The buffer is empty, so the keys in force can be retired too. */
  record BufferDrained(Instant at) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      List<RetiringKey> left =
          java.util.stream.Stream.concat(
                  stream.retiringKeys().stream(),
                  stream.encryption().keys().latest().stream().map(key -> RetiringKey.of(key, at)))
              .map(RetiringKey::asDrained)
              .filter(key -> !key.done())
              .toList();
      boolean force = stream.lifecycle() instanceof Lifecycle.Deleting deleting && deleting.force();
      return stream
          .with(Encryption.Disabled.NEVER_ENABLED)
          .withRetiring(left)
          .with(new Lifecycle.Deleting(true, force));
    }
  }

  /** DELETING_FAILED: KMS did not retire a grant. The deletion can be repeated, also by force. */
  record DeletionFailed(Instant at, FailureDescription failure) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.with(new Lifecycle.DeletingFailed(failure));
    }
  }

  record StreamDeleted(Instant at) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return new Nonexistent(stream.arn(), stream.generation());
    }
  }
}
