package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.CreateDeliveryStream;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.Nonexistent;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.TransitionDelays;
import io.hydrant.core.stream.UpdateDestination;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An active stream of a destination, to be updated. */
final class Stored {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final StreamArn ARN =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");

  private DeliveryStream stream;
  private String refusal = "";

  private Stored(StreamEvent created) {
    StreamState state = created.evolve(new Nonexistent(ARN, 0));
    this.stream = (DeliveryStream) new StreamEvent.StreamActivated(NOW).evolve(state);
  }

  /** Made by a creation with this ExtendedS3DestinationConfiguration. */
  static Stored by(Structure configuration) {
    return by(new Destination(DestinationType.EXTENDED_S3, configuration));
  }

  static Stored by(Destination destination) {
    TransitionDelays pace =
        new TransitionDelays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    Decision<StreamEvent, CreateDeliveryStream.Output> decision =
        new CreateDeliveryStream(
                ARN,
                new CreateDeliveryStream.Input(
                    DeliveryStreamType.DIRECT_PUT,
                    Optional.empty(),
                    members(destination.type().configurationMember(), destination.configuration()),
                    List.of()),
                Optional.empty(),
                pace,
                CALLER)
            .decide(new Nonexistent(ARN, 0), NOW);
    assertThat(decision.events()).as(decision.reply().toString()).hasSize(1);
    return new Stored(decision.events().get(0));
  }

  void update(Structure extendedS3) {
    update(DestinationType.EXTENDED_S3, extendedS3);
  }

  void update(DestinationType type, Structure update) {
    Decision<StreamEvent, NoOutput> decision =
        new UpdateDestination(
                stream.versionId(),
                "destinationId-000000000001",
                members(type.updateMember(), update))
            .decide(stream, NOW);
    refusal = decision.reply().fold(done -> "", ServiceError::message);
    for (StreamEvent event : decision.events()) {
      stream = (DeliveryStream) event.evolve((StreamState) stream);
    }
  }

  /** The words of the last update's refusal; empty where it was taken. */
  String refusal() {
    return refusal;
  }

  int version() {
    return stream.version();
  }

  Structure member(String name) {
    return stream.destination().configuration().structure(name).orElseThrow();
  }

  Structure described(String view) {
    return DescribeDeliveryStream.describe(stream)
        .destinations()
        .get(0)
        .structure(view)
        .orElseThrow();
  }
}
