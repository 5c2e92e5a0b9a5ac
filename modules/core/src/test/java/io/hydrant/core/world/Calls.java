package io.hydrant.core.world;

import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.directory.ListDeliveryStreams;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.stream.CreateDeliveryStream;
import io.hydrant.core.stream.DeleteDeliveryStream;
import io.hydrant.core.stream.DeliveryStreamType;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.Errors;
import io.hydrant.core.stream.KeyChoice;
import io.hydrant.core.stream.KeyTarget;
import io.hydrant.core.stream.KeyType;
import java.util.List;
import java.util.Optional;

/** The calls of Firehose's clients that make and end streams, in the order of the real gateway. */
record Calls(World world) {
  private static final int STREAMS_MAX = 50;

  void create(String name, Optional<String> key) {
    DeliveryStreamType type =
        World.direct(name)
            ? DeliveryStreamType.DIRECT_PUT
            : DeliveryStreamType.KINESIS_STREAM_AS_SOURCE;
    CreateDeliveryStream.Input input =
        new CreateDeliveryStream.Input(
            type, key.map(Calls::choice), configurations(type), List.of());
    Reply<?> reply =
        CreateDeliveryStream.check(World.arn(name).name(), input)
            .or(() -> taken(name))
            .or(() -> key.flatMap(this::unusable))
            .<Reply<?>>map(Reply::failure)
            .orElseGet(() -> enter(name, input, key.map(Calls::target)));
    world.tell(new Observed.Created(name, World.direct(name), key, code(reply)));
    world.show();
  }

  private Optional<Refusal> taken(String name) {
    return world.stream(name)
        .ask(new DescribeDeliveryStream(), world.now())
        .fold(exists -> Optional.of(Errors.alreadyExists(World.arn(name))), no -> Optional.empty());
  }

  private Reply<?> enter(
      String name, CreateDeliveryStream.Input input, Optional<KeyTarget> target) {
    return world
        .directory()
        .ask(
            new DirectoryCommand.EnterName(name, input.type(), World.ACCOUNT, STREAMS_MAX),
            world.now())
        .<Reply<?>>fold(
            entered ->
                world.stream(name)
                    .ask(
                        new CreateDeliveryStream(
                            World.arn(name), input, target, world.pace(), World.CLIENT),
                        world.now()),
            Reply::failure);
  }

  private static Structure configurations(DeliveryStreamType type) {
    Structure s3 = Structure.empty().with("BucketARN", new Text("arn:aws:s3:::bucket"));
    Structure all = Structure.empty().with("ExtendedS3DestinationConfiguration", s3);
    return type == DeliveryStreamType.DIRECT_PUT
        ? all
        : all.with("KinesisStreamSourceConfiguration", Structure.empty());
  }

  void delete(String name, boolean force) {
    Reply<?> reply =
        world.stream(name).ask(new DeleteDeliveryStream(force, World.CLIENT), world.now());
    if (code(reply).equals("ResourceNotFoundException")) {
      world.directory().ask(new DirectoryCommand.RemoveName(name), world.now());
    }
    world.tell(new Observed.Deleted(name, force, code(reply)));
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
              world.tell(new Observed.Listed(output.deliveryStreamNames()));
              return output;
            });
  }

  /** What a look at the key tells before a change begins. */
  Optional<Refusal> unusable(String key) {
    return key.equals(SimulatedKms.OWNED)
        ? Optional.empty()
        : world.kms().unusable(key).map(Errors::invalidKmsResource);
  }

  static KeyChoice choice(String key) {
    return key.equals(SimulatedKms.OWNED)
        ? KeyChoice.DEFAULT
        : new KeyChoice(KeyType.CUSTOMER_MANAGED_CMK, Optional.of(key));
  }

  static KeyTarget target(String key) {
    return new KeyTarget(choice(key).type(), key, World.CLIENT);
  }

  static String code(Reply<?> reply) {
    return reply.fold(output -> Observed.OK, Refusal::code);
  }
}
