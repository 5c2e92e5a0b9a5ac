package io.hydrant.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.fault.Fault;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.cluster.ClusterMessage.DecideFault;
import io.hydrant.runtime.cluster.ClusterMessage.FaultDecided;
import io.hydrant.runtime.cluster.ClusterMessage.Sync;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The decision about faults at the oldest node and at another one. */
class FaultArbiterTest {
  private final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  private final ManualTime time = ManualTime.get(kit.system());
  private final ServiceClock clock = new ServiceClock(() -> Instant.EPOCH);
  private final FaultInjector faults = new FaultInjector(clock);
  private final ProbedPeers peers = new ProbedPeers(kit);

  @BeforeEach
  void start() {
    SharedClusterState state = SharedClusterState.start(kit.system(), peers, clock, faults);
    FaultArbiter.start(kit.system(), peers, state, faults);
    faults.add(Faults.onList(1));
  }

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  private CompletableFuture<Optional<Fault.Effect>> call() {
    return faults.effectOn(Faults.LIST).toCompletableFuture();
  }

  private static Optional<Fault.Effect> effect(CompletableFuture<Optional<Fault.Effect>> decision)
      throws Exception {
    return decision.get(10, TimeUnit.SECONDS);
  }

  private int applied() {
    return faults.list().get(0).applied();
  }

  @Test
  void the_oldest_node_decides_when_the_others_have_its_count() throws Exception {
    TestProbe<ClusterMessage> other = peers.join();
    CompletableFuture<Optional<Fault.Effect>> decision = call();
    Sync sync = other.expectMessageClass(Sync.class);
    assertThat(sync.bulletin().faults().faults()).extracting(Fault::applied).containsExactly(1);
    assertThat(decision).isNotDone();
    sync.replyTo().tell(sync.bulletin());
    assertThat(effect(decision).flatMap(Fault.Effect::error)).contains(Faults.ERROR);
  }

  @Test
  void another_node_asks_the_oldest_one_and_counts_nothing_itself() throws Exception {
    TestProbe<ClusterMessage> oldest = peers.joinAsOldest();
    CompletableFuture<Optional<Fault.Effect>> decision = call();
    DecideFault question = oldest.expectMessageClass(DecideFault.class);
    assertThat(question.call()).isEqualTo(Faults.LIST);
    question.replyTo().tell(new FaultDecided(Optional.empty()));
    assertThat(effect(decision)).isEmpty();
    assertThat(applied()).isZero();
  }

  @Test
  void a_node_decides_itself_when_the_oldest_one_does_not_answer() throws Exception {
    peers.joinAsOldest().getRef();
    CompletableFuture<Optional<Fault.Effect>> decision = call();
    time.timePasses(FaultArbiter.TIMEOUT.minusMillis(1));
    assertThat(decision).isNotDone();
    Optional<Fault.Effect> decided =
        LoggingTestKit.warn("did not decide about a fault")
            .expect(
                kit.system(),
                () -> {
                  time.timePasses(Duration.ofMillis(1));
                  return decision.join();
                });
    assertThat(decided.flatMap(Fault.Effect::error)).contains(Faults.ERROR);
    assertThat(applied()).isEqualTo(1);
  }

  @Test
  void a_fault_that_applies_once_applies_to_one_call_of_all_nodes() {
    TestProbe<FaultDecided> answers = kit.createTestProbe();
    DecideFault question = new DecideFault(Faults.LIST, answers.getRef());
    peers.send(FaultArbiter.NAME, question);
    peers.send(FaultArbiter.NAME, question);
    assertThat(answers.receiveMessage().effect().flatMap(Fault.Effect::error))
        .contains(Faults.ERROR);
    answers.expectMessage(new FaultDecided(Optional.empty()));
    assertThat(call().join()).isEmpty();
  }
}
