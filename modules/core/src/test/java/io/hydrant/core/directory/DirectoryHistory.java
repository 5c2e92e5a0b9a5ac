package io.hydrant.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.DirectoryCommand.RegisterName;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The directory of one account, with a clock. */
final class DirectoryHistory {
  static final String ACCOUNT = "000000000000";
  static final String ORDERS = "orders";
  static final DeliveryStreamType DIRECT = DeliveryStreamType.DIRECT_PUT;
  static final DeliveryStreamType KINESIS = DeliveryStreamType.KINESIS_STREAM_AS_SOURCE;

  private StreamDirectory directory = StreamDirectory.EMPTY;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  StreamDirectory directory() {
    return directory;
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  <O> Reply<O> handle(DirectoryCommand<O> command) {
    Decision<DirectoryEvent, O> decision = command.decide(directory, now);
    directory = Fold.fold(directory, decision.events());
    return decision.reply();
  }

  /** Registers the name for the creation of a stream. */
  void register(DeliveryStreamType type, int generation) {
    handle(RegisterName.ofCreation(ORDERS, type, ACCOUNT, 50, generation));
  }

  List<String> listed() {
    return handle(new ListDeliveryStreams(Optional.empty(), Optional.empty(), Optional.empty()))
        .fold(ListDeliveryStreams.Output::deliveryStreamNames, error -> List.of());
  }

  void assertEntry(DeliveryStreamType type, int generation) {
    assertThat(directory.streams())
        .containsOnly(Map.entry(ORDERS, new StreamDirectory.Entry(type, generation)));
  }
}
