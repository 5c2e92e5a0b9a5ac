package io.hydrant.core.world;

import io.hydrant.core.directory.ListDeliveryStreams;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.quota.KeyStreamQuotaCommand;
import io.hydrant.core.stream.DeleteDeliveryStream;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamErrors;
import java.util.Optional;

/** The calls of Firehose's clients that take one step, and what other calls have in common. */
record Calls(World world) {
  private static final int STREAMS_PER_KEY_MAX = 2;

  void delete(String name, boolean force) {
    Reply<?> reply = world.stream(name).ask(new DeleteDeliveryStream(force), world.now());
    world.observe(new Observed.Deleted(name, force, code(reply)));
    world.show();
  }

  void list() {
    world
        .directory()
        .ask(
            new ListDeliveryStreams(Optional.empty(), Optional.empty(), Optional.empty()),
            world.now())
        .map(
            output -> {
              world.observe(new Observed.Listed(output.deliveryStreamNames()));
              return output;
            });
  }

  /** Checks the key before a change begins, and reserves a place of it for the stream. */
  Optional<ServiceError> unusable(String stream, String key) {
    if (key.equals(SimulatedKms.OWNED)) {
      return Optional.empty();
    }
    return world
        .kms()
        .unusable(key)
        .map(StreamErrors::invalidKmsResource)
        .or(
            () ->
                world
                    .reservations(key)
                    .ask(
                        new KeyStreamQuotaCommand.ReserveKey(
                            key, World.arn(stream).toString(), STREAMS_PER_KEY_MAX, false),
                        world.now())
                    .fold(reserved -> Optional.empty(), Optional::of));
  }

  static EncryptionConfigurationInput choice(String key) {
    return key.equals(SimulatedKms.OWNED)
        ? EncryptionConfigurationInput.DEFAULT
        : new EncryptionConfigurationInput(KeyType.CUSTOMER_MANAGED_CMK, Optional.of(key));
  }

  static ResolvedKey target(String key) {
    return new ResolvedKey(choice(key).type(), key, World.CLIENT);
  }

  static String code(Reply<?> reply) {
    return reply.fold(output -> Observed.OK, ServiceError::code);
  }
}
