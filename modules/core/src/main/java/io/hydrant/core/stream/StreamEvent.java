package io.hydrant.core.stream;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Event;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.destination.Destination;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every fact of a stream's history. */
public sealed interface StreamEvent extends Event<StreamState> {

  /** The state after this fact, of a stream that exists. */
  StreamState evolve(DeliveryStream stream);

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
      Optional<KeyTarget> encryption,
      Instant activeNotBefore,
      Caller caller)
      implements StreamEvent {
    @Override
    public StreamState evolve(StreamState state) {
      if (!(state instanceof NoStream none)) {
        throw new IllegalStateException("the stream exists already");
      }
      Map<String, Optional<String>> tagged = new LinkedHashMap<>();
      tags.forEach(tag -> tagged.put(tag.key(), tag.value()));
      DeliveryStream created =
          new DeliveryStream(
              arn,
              none.incarnations() + 1,
              type,
              sources,
              destination,
              1,
              at,
              Optional.empty(),
              tagged,
              new Lifecycle.Creating(activeNotBefore),
              new Encryption.Disabled(),
              0,
              List.of());
      return encryption
          .map(
              target ->
                  created.beginning(
                      new Encryption.Enabling(
                          1, target, activeNotBefore, Optional.empty(), Optional.empty())))
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

  /** ENABLING: the caller has been answered, KMS has not been asked for anything yet. */
  record EncryptionStarting(Instant at, int epoch, KeyTarget target, Instant enabledNotBefore)
      implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.beginning(
          new Encryption.Enabling(
              epoch, target, enabledNotBefore, Optional.empty(), stream.encryption().inForce()));
    }
  }

  record GrantCreated(Instant at, int epoch, String grantId) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.with(enabling(stream, epoch).withGrant(grantId));
    }
  }

  /** ENABLED: the new key is in force, the one before it is superseded. */
  record EncryptionEnabled(Instant at, int epoch, Bytes wrappedDataKey) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      Encryption.Enabling enabling = enabling(stream, epoch);
      DeliveryStream enabled = stream.with(enabling.enabledWith(wrappedDataKey));
      return enabling
          .inForce()
          .map(old -> enabled.superseding(SupersededKey.of(old)))
          .orElse(enabled);
    }
  }

  /** ENABLING_FAILED: a grant that was made for nothing is left to be retired. */
  record EncryptionEnablingFailed(Instant at, int epoch, FailureDescription failure)
      implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      Encryption.Enabling enabling = enabling(stream, epoch);
      DeliveryStream failed = stream.with(enabling.failed(failure));
      return enabling
          .grantId()
          .map(
              grant ->
                  failed.superseding(
                      SupersededKey.grantOnly(epoch, enabling.target().keyArn(), grant)))
          .orElse(failed);
    }
  }

  record EncryptionStopping(Instant at, Instant disabledNotBefore, Caller caller)
      implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.with(
          new Encryption.Disabling(stream.encryption().inForce(), disabledNotBefore, caller));
    }
  }

  record EncryptionDisabled(Instant at) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      DeliveryStream disabled = stream.with(new Encryption.Disabled());
      return stream
          .encryption()
          .inForce()
          .map(old -> disabled.superseding(SupersededKey.of(old)))
          .orElse(disabled);
    }
  }

  /** Everything sealed in that epoch has been delivered, and nothing more can be. */
  record EpochDrained(Instant at, int epoch) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.with(
          stream.superseded().stream()
              .map(key -> key.number() == epoch ? key.asDrained() : key)
              .filter(key -> !key.drained() || key.grantId().isPresent())
              .toList());
    }
  }

  record GrantRetired(Instant at, int epoch) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.with(
          stream.superseded().stream().filter(key -> key.number() != epoch).toList());
    }
  }

  record DeletionStarted(Instant at, Caller caller) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      DeliveryStream deleting = stream.with(new Lifecycle.Deleting(false));
      if (!(stream.encryption() instanceof Encryption.Enabling enabling)) {
        return deleting;
      }
      // The change of key is given up: the old key goes on, a grant made for the new one must go.
      Encryption settled =
          enabling
              .inForce()
              .<Encryption>map(Encryption.Enabled::new)
              .orElseGet(Encryption.Disabled::new);
      DeliveryStream given = deleting.with(settled);
      return enabling
          .grantId()
          .map(
              grant ->
                  given.superseding(
                      SupersededKey.grantOnly(
                          enabling.number(), enabling.target().keyArn(), grant)))
          .orElse(given);
    }
  }

  /** A grant came too late to be used: it has to be retired. */
  record GrantLeftOver(Instant at, int epoch, String keyArn, String grantId)
      implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return stream.superseding(SupersededKey.grantOnly(epoch, keyArn, grantId));
    }
  }

  /** The buffer holds nothing more, so the key in force has done its work too. */
  record BufferEmptied(Instant at) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      List<SupersededKey> left =
          java.util.stream.Stream.concat(
                  stream.superseded().stream(),
                  stream.encryption().inForce().stream().map(SupersededKey::of))
              .map(SupersededKey::asDrained)
              .filter(key -> key.grantId().isPresent())
              .toList();
      return stream.with(new Encryption.Disabled()).with(left).with(new Lifecycle.Deleting(true));
    }
  }

  record StreamDeleted(Instant at) implements StreamEvent {
    @Override
    public StreamState evolve(DeliveryStream stream) {
      return new NoStream(stream.arn(), stream.incarnation());
    }
  }

  private static Encryption.Enabling enabling(DeliveryStream stream, int epoch) {
    if (stream.encryption() instanceof Encryption.Enabling enabling && enabling.number() == epoch) {
      return enabling;
    }
    throw new IllegalStateException(
        "epoch " + epoch + " is not being enabled but " + stream.encryption().status());
  }
}
