package io.hydrant.core.world;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.stream.CheckCreation;
import io.hydrant.core.stream.CreateDeliveryStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creations: a look at the name, the key, the name entered, the stream made. A slow one pauses
 * before each of the last two, so that other calls can come between.
 */
final class CreationFlights {
  private static final int STREAMS_MAX = 50;

  private final World world;
  private final Calls calls;
  private final List<Flight> paused = new ArrayList<>();

  /**
   * @param generation which stream of the name it would be
   * @param entered whether the name has been entered
   */
  private record Flight(
      String name,
      Optional<String> key,
      CreateDeliveryStream.Input input,
      int generation,
      boolean entered) {}

  CreationFlights(World world) {
    this.world = world;
    this.calls = new Calls(world);
  }

  void create(String name, Optional<String> key, boolean slow) {
    DeliveryStreamType type =
        World.direct(name)
            ? DeliveryStreamType.DIRECT_PUT
            : DeliveryStreamType.KINESIS_STREAM_AS_SOURCE;
    CreateDeliveryStream.Input input =
        new CreateDeliveryStream.Input(
            type, key.map(Calls::choice), configurations(type), List.of());
    Reply<Integer> looked = look(name);
    Optional<ServiceError> wrong =
        CreateDeliveryStream.check(World.arn(name).name(), input)
            .or(() -> looked.fold(generation -> Optional.empty(), Optional::of))
            .or(() -> key.flatMap(arn -> calls.unusable(name, arn)));
    if (wrong.isPresent()) {
      answer(name, key, Reply.failure(wrong.get()));
      return;
    }
    Flight flight = new Flight(name, key, input, looked.fold(next -> next, error -> 0), false);
    if (slow) {
      paused.add(flight);
    } else {
      make(flight);
    }
  }

  private Reply<Integer> look(String name) {
    return world.stream(name).ask(new CheckCreation(), world.now());
  }

  private void make(Flight flight) {
    enter(flight)
        .fold(
            entered -> {
              decide(flight);
              return true;
            },
            error -> {
              answer(flight.name(), flight.key(), Reply.failure(error));
              return false;
            });
  }

  private Reply<?> enter(Flight flight) {
    return world.enter(
        DirectoryCommand.RegisterName.ofCreation(
            flight.name(), flight.input().type(), World.ACCOUNT, STREAMS_MAX, flight.generation()));
  }

  private void decide(Flight flight) {
    answer(
        flight.name(),
        flight.key(),
        world.stream(flight.name())
            .ask(
                new CreateDeliveryStream(
                    World.arn(flight.name()),
                    flight.input(),
                    flight.key().map(Calls::target),
                    world.pace(),
                    World.CLIENT),
                world.now()));
  }

  private void answer(String name, Optional<String> key, Reply<?> reply) {
    world.observe(new Observed.Created(name, World.direct(name), key, Calls.code(reply)));
    world.show();
  }

  /** The next step of one of them. */
  void goOn(int which) {
    if (paused.isEmpty()) {
      return;
    }
    Flight flight = paused.remove(which % paused.size());
    if (flight.entered()) {
      decide(flight);
      return;
    }
    enter(flight)
        .fold(
            done ->
                paused.add(
                    new Flight(
                        flight.name(), flight.key(), flight.input(), flight.generation(), true)),
            error -> {
              answer(flight.name(), flight.key(), Reply.failure(error));
              return false;
            });
  }

  void goOnWithAll() {
    while (!paused.isEmpty()) {
      goOn(0);
    }
  }

  /** What had entered a name leaves it there. */
  void crash() {
    paused.clear();
  }

  private static Structure configurations(DeliveryStreamType type) {
    Structure s3 = Structure.empty().with("BucketARN", new Text("arn:aws:s3:::bucket"));
    Structure all = Structure.empty().with("ExtendedS3DestinationConfiguration", s3);
    return type == DeliveryStreamType.DIRECT_PUT
        ? all
        : all.with("KinesisStreamSourceConfiguration", Structure.empty());
  }
}
