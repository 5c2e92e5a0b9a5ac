package io.hydrant.runtime.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.hydrant.core.EntityTypes;
import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.quota.CountEncryptionCall;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.Tracing;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The generic actor on Pekko's persistence testkit, which also passes events through the codec. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityActorTest {
  private final ActorTestKit kit =
      ActorTestKit.create(
          EventSourcedBehaviorTestKit.config()
              .withFallback(
                  ConfigFactory.parseString(
                      "pekko.actor.serializers.hydrant-journal ="
                          + " \"io.hydrant.journal.JournalSerializer\"\n"
                          + "pekko.actor.serialization-bindings.\"io.hydrant.core.entity.EventEnvelope\" ="
                          + " hydrant-journal")));
  private final ServiceClock clock = new ServiceClock();
  private final EventSourcedBehaviorTestKit<
          EntityMessage<EncryptionCallBudget, EncryptionCallEvent>,
          EventEnvelope<EncryptionCallEvent>,
          EncryptionCallBudget>
      entity =
          EventSourcedBehaviorTestKit.create(
              kit.system(),
              EntityActor.create(
                  new EntityKind<>(EntityTypes.BUDGET),
                  "000000000000/us-east-1/orders/1",
                  clock,
                  Tracing.NONE,
                  TaskHandler.none(),
                  RuntimeMetrics.NONE,
                  self -> {}),
              EventSourcedBehaviorTestKit.disabledSerializationSettings().withVerifyEvents(true));

  @BeforeEach
  void clear() {
    entity.clear();
  }

  @AfterAll
  void stop() {
    kit.shutdownTestKit();
  }

  private EventSourcedBehaviorTestKit.CommandResultWithReply<
          EntityMessage<EncryptionCallBudget, EncryptionCallEvent>,
          EventEnvelope<EncryptionCallEvent>,
          EncryptionCallBudget,
          Reply<NoOutput>>
      count() {
    return entity.runCommand(
        replyTo ->
            new EntityMessage.Execute<>(
                new CountEncryptionCall(EncryptionCallKind.START), replyTo));
  }

  @Test
  void the_event_is_stored_and_then_the_answer_given() {
    var result = count();
    assertThat(result.reply()).isEqualTo(Reply.success(new NoOutput()));
    assertThat(result.event().event())
        .isInstanceOf(EncryptionCallEvent.EncryptionCallCounted.class);
    assertThat(result.state().left(clock.now())).isEqualTo(24);
  }

  @Test
  void a_refusal_stores_nothing() {
    for (int call = 0; call < 25; call++) {
      count();
    }
    var refused = count();
    assertThat(refused.hasNoEvents()).isTrue();
    assertThat(refused.reply()).isInstanceOf(Reply.Failure.class);
  }

  @Test
  void the_budget_survives_a_restart_and_comes_back_after_a_day() {
    for (int call = 0; call < 25; call++) {
      count();
    }
    EncryptionCallBudget recovered = entity.restart().state();
    assertThat(recovered.left(clock.now())).isZero();
    clock.advance(Duration.ofHours(24));
    assertThat(count().reply()).isInstanceOf(Reply.Success.class);
  }
}
