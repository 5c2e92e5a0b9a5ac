package io.hydrant.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.cluster.ClusterMessage.SharedState;
import io.hydrant.runtime.cluster.ClusterMessage.Sync;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The exchange of clock and faults with other nodes, which are probes. */
class SharedClusterStateTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final FaultPlan ONE_FAULT = FaultPlan.NONE.plus(Faults.onList(3));

  private final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  private final ManualTime time = ManualTime.get(kit.system());
  private final ServiceClock clock = new ServiceClock(() -> Instant.EPOCH);
  private final FaultInjector faults = new FaultInjector(clock);
  private final ProbedPeers peers = new ProbedPeers(kit);
  private final SharedClusterState state =
      SharedClusterState.start(kit.system(), peers, clock, faults);

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  private SharedState sync(SharedState theirs) {
    TestProbe<SharedState> replies = kit.createTestProbe();
    peers.send(SharedClusterState.NAME, new Sync(theirs, replies.getRef()));
    return replies.receiveMessage();
  }

  @Test
  void a_node_alone_has_nothing_to_replicate() {
    assertThat(state.replicate()).isDone();
  }

  @Test
  void every_other_node_receives_the_clock_and_the_faults() {
    TestProbe<ClusterMessage> first = peers.join();
    TestProbe<ClusterMessage> second = peers.join();
    clock.advance(HOUR);
    Fault fault = faults.add(Faults.onList(3));
    CompletableFuture<Void> replicated = state.replicate();
    SharedState ours = first.expectMessageClass(Sync.class).bulletin();
    assertThat(ours.clock()).isEqualTo(HOUR);
    assertThat(ours.revision()).isEqualTo(1);
    assertThat(ours.faults().faults()).containsExactly(fault);
    assertThat(second.expectMessageClass(Sync.class).bulletin()).isEqualTo(ours);
    assertThat(replicated).isNotDone();
  }

  @Test
  void replication_ends_when_all_have_answered_and_takes_over_what_is_newer() throws Exception {
    TestProbe<ClusterMessage> first = peers.join();
    TestProbe<ClusterMessage> second = peers.join();
    CompletableFuture<Void> replicated = state.replicate();
    SharedState newer = new SharedState(HOUR, 7, ONE_FAULT);
    first.expectMessageClass(Sync.class).replyTo().tell(newer);
    second.expectMessageClass(Sync.class).replyTo().tell(new SharedState(HOUR, 1, FaultPlan.NONE));
    replicated.get(10, TimeUnit.SECONDS);
    assertThat(clock.offset()).isEqualTo(HOUR);
    assertThat(faults.list()).isEqualTo(ONE_FAULT.faults());
  }

  @Test
  void a_node_that_does_not_answer_delays_replication_by_two_seconds() throws Exception {
    peers.join().getRef();
    CompletableFuture<Void> replicated = state.replicate();
    time.timePasses(Duration.ofSeconds(2).minusMillis(1));
    assertThat(replicated).isNotDone();
    time.timePasses(Duration.ofMillis(1));
    replicated.get(10, TimeUnit.SECONDS);
    assertThat(clock.offset()).isZero();
  }

  @Test
  void a_node_that_joins_receives_the_state_of_the_others() {
    clock.advance(HOUR);
    Fault fault = faults.add(Faults.onList(3));
    SharedState answer = sync(new SharedState(Duration.ZERO, 0, FaultPlan.NONE));
    assertThat(answer.clock()).isEqualTo(HOUR);
    assertThat(answer.faults().faults()).containsExactly(fault);
  }

  @Test
  void the_state_of_another_node_is_merged_before_the_answer() {
    clock.advance(HOUR);
    SharedState answer = sync(new SharedState(HOUR.dividedBy(2), 1, ONE_FAULT));
    assertThat(answer).isEqualTo(new SharedState(HOUR, 1, ONE_FAULT));
    assertThat(faults.list()).isEqualTo(ONE_FAULT.faults());
  }
}
