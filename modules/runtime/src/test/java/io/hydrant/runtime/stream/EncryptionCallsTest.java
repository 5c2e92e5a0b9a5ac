package io.hydrant.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.CheckEncryptionCall;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.StopDeliveryStreamEncryption;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.TransitionDelays;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.entity.InMemoryEntities;
import io.hydrant.runtime.kms.KmsPort;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The steps of a start and a stop of encryption; each step that runs leaves its name. */
class EncryptionCallsTest {
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");
  private static final StreamArn ORDERS =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final ServiceError REFUSED = new ServiceError("Refused", "by the test");

  private static final TransitionDelays DELAYS =
      new TransitionDelays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private final List<String> steps = new ArrayList<>();
  private final List<Object> commands = new ArrayList<>();
  private Optional<String> refusedStep = Optional.empty();
  private final Recorded<StreamState, StreamEvent> streams = new Recorded<>();
  private final EncryptionCalls calls =
      new EncryptionCalls(
          streams,
          new Recorded<EncryptionCallBudget, EncryptionCallEvent>(),
          new KeyResolution(
              kms(),
              new KeyStreamQuotaService(
                  new InMemoryEntities<KeyStreamQuota, KeyStreamQuotaEvent>(
                      new EntityKind<>(EntityTypes.KEY_STREAM_QUOTA)),
                  streams,
                  new ServiceClock(),
                  1)),
          DELAYS);

  /** Entities that note each command and refuse the one that the test names. */
  private final class Recorded<S, E extends Event<S>> implements Entities<S, E> {
    // Of the commands that come, the check alone has an output of its own.
    @SuppressWarnings("unchecked")
    @Override
    public <O> CompletionStage<Reply<O>> ask(
        String entityId, Command<S, E, O> command, Optional<Caller> caller) {
      commands.add(command);
      Object output =
          command instanceof CheckEncryptionCall
              ? new CheckEncryptionCall.Admitted(7)
              : new NoOutput();
      return CompletableFuture.completedFuture(
          step(command.getClass().getSimpleName() + " " + entityId, (O) output));
    }
  }

  private <O> Reply<O> step(String name, O output) {
    steps.add(name);
    return refusedStep.filter(name::startsWith).isPresent()
        ? Reply.failure(REFUSED)
        : Reply.success(output);
  }

  private KmsPort kms() {
    return (KmsPort)
        Proxy.newProxyInstance(
            KmsPort.class.getClassLoader(),
            new Class<?>[] {KmsPort.class},
            (proxy, method, arguments) ->
                CompletableFuture.completedFuture(step(method.getName(), "key")));
  }

  private Reply<NoOutput> start() {
    return calls
        .start(CALLER, ORDERS, EncryptionConfigurationInput.DEFAULT)
        .toCompletableFuture()
        .join();
  }

  @Test
  void a_start_is_checked_then_counted_then_the_key_is_resolved_then_the_stream_starts() {
    assertThat(start()).isEqualTo(Reply.success(new NoOutput()));
    assertThat(steps)
        .containsExactly(
            "Start 000000000000/us-east-1/orders",
            "CountEncryptionCall 000000000000/us-east-1/orders/7",
            "awsOwnedKey",
            "StartDeliveryStreamEncryption 000000000000/us-east-1/orders");
  }

  @Test
  void a_call_that_the_stream_does_not_admit_is_not_counted() {
    refusedStep = Optional.of("Start ");
    assertThat(start()).isEqualTo(Reply.failure(REFUSED));
    assertThat(steps).hasSize(1);
  }

  @Test
  void a_call_beyond_the_budget_does_not_reach_kms() {
    refusedStep = Optional.of("CountEncryptionCall");
    assertThat(start()).isEqualTo(Reply.failure(REFUSED));
    assertThat(steps).hasSize(2);
  }

  @Test
  void a_key_that_kms_refuses_leaves_the_stream_unchanged_and_the_call_counted() {
    refusedStep = Optional.of("awsOwnedKey");
    assertThat(start()).isInstanceOf(Reply.Failure.class);
    assertThat(steps).hasSize(3);
  }

  @Test
  void a_stop_is_checked_then_counted_and_asks_no_kms() {
    assertThat(calls.stop(CALLER, ORDERS).toCompletableFuture().join())
        .isEqualTo(Reply.success(new NoOutput()));
    assertThat(steps)
        .containsExactly(
            "Stop 000000000000/us-east-1/orders",
            "CountEncryptionCall 000000000000/us-east-1/orders/7",
            "StopDeliveryStreamEncryption 000000000000/us-east-1/orders");
    assertThat(commands).last().isEqualTo(new StopDeliveryStreamEncryption(DELAYS, 7));
  }
}
