package io.hydrant.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hydrant.api.port.ClusterView;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.fault.Faults;
import io.hydrant.runtime.storage.ClusterLock;
import io.hydrant.runtime.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.Cluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that join each other over the loopback network, in one process. */
class NodesTest {
  private static final Membership.Pauses SHORT =
      new Membership.Pauses(Duration.ofSeconds(4), Duration.ofMillis(1));

  private final List<ActorSystem<?>> systems = new ArrayList<>();

  /** One node's own clock and faults, and its view of the cluster. */
  private record TestNode(ActorSystem<?> system, ServiceClock clock, FaultInjector faults) {
    private TestNode(ActorSystem<?> system) {
      this(system, new ServiceClock(() -> Instant.EPOCH));
    }

    private TestNode(ActorSystem<?> system, ServiceClock clock) {
      this(system, clock, new FaultInjector(clock));
    }

    String address() {
      return Cluster.get(system.classicSystem()).selfAddress().hostPort().split("@", -1)[1];
    }

    Nodes join(String... seeds) throws Exception {
      return Nodes.join(system, settings(seeds), faults, clock, ClusterLock.ALONE);
    }

    boolean meetsFault() {
      return faults.meet(Faults.LIST).toCompletableFuture().join().isPresent();
    }
  }

  /** A lock that another node holds for that many questions. */
  private static final class HeldLock implements ClusterLock {
    private int questions;
    private boolean shared;

    HeldLock(int questions) {
      this.questions = questions;
    }

    @Override
    public boolean tryExclusive() {
      return --questions < 0;
    }

    @Override
    public void holdShared() {
      shared = true;
    }

    @Override
    public void close() {}
  }

  @AfterEach
  void stop() {
    systems.forEach(ActorTestKit::shutdown);
  }

  private static ClusterSettings settings(String... seeds) {
    return new ClusterSettings("127.0.0.1", 0, List.of(seeds), Optional.empty());
  }

  private TestNode node() {
    Config config =
        settings("127.0.0.1:1")
            .config()
            .withFallback(ConfigFactory.parseResources("hydrant-runtime.conf"))
            .withFallback(ConfigFactory.load());
    ActorSystem<?> system = ActorSystem.create(Behaviors.empty(), "hydrant", config);
    systems.add(system);
    return new TestNode(system);
  }

  @Test
  void a_node_that_joins_has_the_clock_and_the_faults_and_later_changes_reach_both()
      throws Exception {
    TestNode first = node();
    TestNode second = node();
    Nodes firstView = first.join(first.address());
    first.clock().advance(Duration.ofHours(1));
    first.faults().add(Faults.onList(2));
    Nodes secondView = second.join(first.address());
    assertThat(second.clock().offset()).isEqualTo(Duration.ofHours(1));
    assertThat(second.faults().list()).isEqualTo(first.faults().list());
    assertThat(secondView.ready()).isTrue();
    await().until(() -> firstView.members().size() == 2);
    assertThat(firstView.members())
        .filteredOn(ClusterView.Member::self)
        .extracting(ClusterView.Member::address)
        .containsExactly(first.address());

    second.clock().advance(Duration.ofHours(1));
    secondView.replicate().toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertThat(first.clock().offset()).isEqualTo(Duration.ofHours(2));

    assertThat(List.of(second.meetsFault(), first.meetsFault(), second.meetsFault()))
        .containsExactly(true, true, false);
    assertThat(first.meetsFault()).isFalse();
  }

  @Test
  void the_next_oldest_node_decides_about_faults_when_the_oldest_one_has_left() throws Exception {
    TestNode first = node();
    TestNode second = node();
    Nodes unused = first.join(first.address());
    Nodes view = second.join(first.address());
    second.faults().add(Faults.onList(2));
    view.replicate().toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertThat(second.meetsFault()).isTrue();
    assertThat(unused.members()).hasSize(2);
    ActorTestKit.shutdown(first.system());
    await().atMost(Duration.ofSeconds(30)).until(() -> view.members().size() == 1);
    assertThat(List.of(second.meetsFault(), second.meetsFault())).containsExactly(true, false);
  }

  @Test
  void a_node_without_seeds_waits_for_the_lock_of_one_that_has_just_ended() throws Exception {
    HeldLock lock = new HeldLock(3);
    Membership membership = Membership.join(node().system(), settings(), lock, SHORT);
    assertThat(membership.isUp()).isTrue();
    assertThat(lock.shared).isTrue();
    assertThat(membership.oldest("any")).isEmpty();
    assertThat(membership.others("any")).isEmpty();
  }

  @Test
  void a_node_without_seeds_refuses_a_journal_that_another_node_uses() {
    HeldLock lock = new HeldLock(1_000);
    ActorSystem<?> system = node().system();
    assertThatThrownBy(() -> Membership.join(system, settings(), lock, SHORT))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("Another node uses this journal.");
    assertThat(lock.shared).isFalse();
  }

  @Test
  void a_seed_founds_a_cluster_only_when_it_gets_the_lock() throws Exception {
    TestNode seed = node();
    HeldLock lock = new HeldLock(2);
    Membership membership =
        Membership.join(
            seed.system(),
            settings(seed.address()),
            lock,
            new Membership.Pauses(Duration.ofMillis(50), Duration.ofMillis(1)));
    assertThat(membership.isUp()).isTrue();
    assertThat(lock.questions).isEqualTo(-1);
  }
}
