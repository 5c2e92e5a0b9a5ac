package io.hydrant.core.world;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.quota.CountEncryptionCall;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.core.stream.CheckEncryptionCall;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.StartDeliveryStreamEncryption;
import io.hydrant.core.stream.StopDeliveryStreamEncryption;
import io.hydrant.core.stream.StreamCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts and stops: the stream admits, the budget counts, the key is looked at, the stream decides.
 * A slow one pauses before the last step, so that another call can overtake it.
 */
final class EncryptionFlights {
  private static final int REFUSING_AT = 19;

  private final World world;
  private final Calls calls;
  private final List<Flight> paused = new ArrayList<>();
  private int asked;

  /**
   * @param key empty: a stop
   */
  private record Flight(int call, String stream, Optional<String> key, int generation) {}

  EncryptionFlights(World world) {
    this.world = world;
    this.calls = new Calls(world);
  }

  void call(String stream, Optional<String> key, boolean slow) {
    Reply<CheckEncryptionCall.Admitted> admitted = admit(stream, key);
    Flight flight =
        new Flight(
            ++asked, stream, key, admitted.fold(CheckEncryptionCall.Admitted::generation, no -> 0));
    world.observe(new Observed.EncryptionAsked(flight.call(), stream));
    Reply<?> counted =
        admitted.<Reply<?>>fold(yes -> count(flight, yes.generation()), Reply::failure);
    Reply<?> looked =
        counted.<Reply<?>>fold(
            yes ->
                key.flatMap(arn -> calls.unusable(stream, arn))
                    .<Reply<?>>map(Reply::failure)
                    .orElseGet(() -> counted),
            Reply::failure);
    if (!Calls.code(looked).equals(Observed.OK)) {
      answer(flight, looked);
    } else if (slow) {
      paused.add(flight);
    } else {
      decide(flight);
    }
  }

  private Reply<CheckEncryptionCall.Admitted> admit(String stream, Optional<String> key) {
    CheckEncryptionCall call =
        key.<CheckEncryptionCall>map(arn -> new CheckEncryptionCall.Start(Calls.choice(arn)))
            .orElseGet(CheckEncryptionCall.Stop::new);
    return world.stream(stream).ask(call, world.now());
  }

  private Reply<?> count(Flight flight, int generation) {
    EncryptionCallKind kind =
        flight.key().isPresent() ? EncryptionCallKind.START : EncryptionCallKind.STOP;
    var budget = world.budget(flight.stream(), generation);
    if (world.sabotaged(Sabotage.REFUSES_THE_20TH_CALL)
        && budget.state().calls().size() == REFUSING_AT) {
      return Reply.failure(new io.hydrant.core.entity.ServiceError("LimitExceededException", ""));
    }
    Reply<?> counted = budget.ask(new CountEncryptionCall(kind), world.now());
    return world.sabotaged(Sabotage.COUNTS_TO_26) ? Reply.success(counted) : counted;
  }

  private void decide(Flight flight) {
    int generation =
        world.sabotaged(Sabotage.TAKES_STARTS_OF_AN_EARLIER_STREAM)
                && world.stream(flight.stream()).state() instanceof DeliveryStream current
            ? current.generation()
            : flight.generation();
    StreamCommand<?> command =
        flight
            .key()
            .<StreamCommand<?>>map(
                arn ->
                    new StartDeliveryStreamEncryption(
                        Calls.choice(arn), Calls.target(arn), world.pace(), generation))
            .orElseGet(() -> new StopDeliveryStreamEncryption(world.pace(), generation));
    answer(flight, world.stream(flight.stream()).ask(command, world.now()));
  }

  private void answer(Flight flight, Reply<?> reply) {
    world.observe(
        new Observed.EncryptionAnswered(
            flight.call(), flight.stream(), flight.key(), Calls.code(reply)));
    world.show();
  }

  void goOn(int which) {
    if (!paused.isEmpty()) {
      decide(paused.remove(which % paused.size()));
    }
  }

  void goOnWithAll() {
    while (!paused.isEmpty()) {
      goOn(0);
    }
  }

  void crash() {
    paused.forEach(
        flight ->
            world.observe(
                new Observed.EncryptionAnswered(
                    flight.call(), flight.stream(), flight.key(), Observed.UNKNOWN)));
    paused.clear();
  }
}
