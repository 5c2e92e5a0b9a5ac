package io.hydrant.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.buffer.Buffers;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.EntityActor;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.entity.EntityMessage;
import io.hydrant.runtime.entity.TaskHandler;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.Tracing;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Journals in which the list of names and the streams do not agree, and what becomes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesHealTest {
  private static final StreamArn ARN =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private final ActorTestKit kit =
      ActorTestKit.create(
          EventSourcedBehaviorTestKit.config()
              .withFallback(
                  ConfigFactory.parseString(
                      "pekko.actor.serializers.hydrant-journal ="
                          + " \"io.hydrant.journal.JournalSerializer\"\n"
                          + "pekko.actor.serialization-bindings.\"io.hydrant.core.entity.EventEnvelope\" ="
                          + " hydrant-journal")));

  @AfterAll
  void stop() {
    kit.shutdownTestKit();
  }

  /** One entity that answers at once; its state can be seen from any thread. */
  private static final class OneEntity<S, E extends Event<S>> implements Entities<S, E> {
    private volatile S state;

    OneEntity(S state) {
      this.state = state;
    }

    @Override
    public synchronized <O> CompletionStage<Reply<O>> ask(
        String entityId, Command<S, E, O> command, Optional<Caller> caller) {
      Decision<E, O> decision = command.decide(state, Instant.now());
      state = Fold.fold(state, decision.events());
      return CompletableFuture.completedFuture(decision.reply());
    }
  }

  private static <T> T unused(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("an unexpected call of " + method);
            }));
  }

  private <S, E extends Event<S>, T>
      EventSourcedBehaviorTestKit<EntityMessage<S, E>, EventEnvelope<E>, S> entity(
          EntityKind<S, E> kind, String id, TaskHandler<S, E, T> work) {
    return EventSourcedBehaviorTestKit.create(
        kit.system(),
        EntityActor.create(
            kind, id, new ServiceClock(), Tracing.NONE, work, RuntimeMetrics.NONE, self -> {}),
        EventSourcedBehaviorTestKit.disabledSerializationSettings().withVerifyEvents(true));
  }

  private static StreamEvent created() {
    return new StreamEvent.StreamCreated(
        LONG_AGO,
        ARN,
        DeliveryStreamType.DIRECT_PUT,
        Structure.empty(),
        new Destination(DestinationType.EXTENDED_S3, Structure.empty()),
        List.of(),
        Optional.empty(),
        LONG_AGO);
  }

  private void eventually(Runnable assertion) {
    kit.createTestProbe()
        .awaitAssert(
            Duration.ofSeconds(10),
            () -> {
              assertion.run();
              return true;
            });
  }

  @Test
  void a_stream_whose_name_a_journal_has_lost_is_listed_once_it_comes_into_memory() {
    OneEntity<StreamDirectory, DirectoryEvent> directory = new OneEntity<>(StreamDirectory.EMPTY);
    StreamTaskHandler work =
        new StreamTaskHandler(
            unused(KmsPort.class),
            unused(Buffers.class),
            directory,
            new OneEntity<KeyStreamQuota, KeyStreamQuotaEvent>(KeyStreamQuota.NONE),
            Duration.ZERO);
    var stream = entity(FirehoseEntityKinds.STREAM, StreamId.of(ARN), work);
    assertThat(directory.state.streams()).isEmpty();
    stream.initialize(
        EventEnvelope.of(created()), EventEnvelope.of(new StreamEvent.StreamActivated(LONG_AGO)));
    eventually(() -> assertThat(directory.state.streams()).containsOnlyKeys("orders"));

    directory.state = StreamDirectory.EMPTY;
    stream.restart();
    eventually(() -> assertThat(directory.state.streams()).containsOnlyKeys("orders"));
  }

  @Test
  void a_name_that_a_journal_lists_without_a_stream_is_taken_out_when_the_list_is_in_memory() {
    OneEntity<StreamState, StreamEvent> none = new OneEntity<>(StreamState.initial(ARN));
    var directory =
        entity(
            FirehoseEntityKinds.DIRECTORY,
            StreamId.directory(ARN),
            new DirectoryTaskHandler(StreamId.directory(ARN), () -> none));
    directory.initialize(
        EventEnvelope.of(
            new DirectoryEvent.NameRegistered(
                LONG_AGO, "orders", DeliveryStreamType.DIRECT_PUT, 1)));
    eventually(() -> assertThat(directory.getState().streams()).isEmpty());
  }

  @Test
  void a_name_whose_stream_is_there_stays_and_is_not_asked_for_again() {
    OneEntity<StreamState, StreamEvent> orders =
        new OneEntity<>(created().evolve(StreamState.initial(ARN)));
    var directory =
        entity(
            FirehoseEntityKinds.DIRECTORY,
            StreamId.directory(ARN),
            new DirectoryTaskHandler(StreamId.directory(ARN), () -> orders));
    directory.initialize(
        EventEnvelope.of(
            new DirectoryEvent.NameRegistered(
                LONG_AGO, "orders", DeliveryStreamType.DIRECT_PUT, 1)));
    eventually(() -> assertThat(directory.getState().unchecked()).isEmpty());
    assertThat(directory.getState().streams()).containsOnlyKeys("orders");
  }
}
