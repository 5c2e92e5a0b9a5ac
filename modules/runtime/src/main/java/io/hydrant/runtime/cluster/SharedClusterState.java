package io.hydrant.runtime.cluster;

import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.cluster.ClusterMessage.SharedState;
import io.hydrant.runtime.cluster.ClusterMessage.Sync;
import io.hydrant.runtime.fault.FaultInjector;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.ActorSelection;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.pattern.Patterns;

/**
 * Keeps the clock and the faults of all nodes the same. A node that changes them sends them to the
 * others. A node that joins asks the others, and nodes exchange it again when they can reach each
 * other again. The larger clock offset wins, because clocks only move forward.
 */
final class SharedClusterState {
  /** The actor's name is part of the protocol between nodes of two builds. */
  static final String NAME = "hydrant-bulletins";

  static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final ClusterPeers peers;
  private final ServiceClock clock;
  private final FaultInjector faults;

  private SharedClusterState(ClusterPeers peers, ServiceClock clock, FaultInjector faults) {
    this.peers = peers;
    this.clock = clock;
    this.faults = faults;
  }

  /** Answers other nodes from now on. */
  static SharedClusterState start(
      ActorSystem<?> system, ClusterPeers peers, ServiceClock clock, FaultInjector faults) {
    SharedClusterState state = new SharedClusterState(peers, clock, faults);
    system.systemActorOf(state.listener(), NAME, Props.empty());
    return state;
  }

  private Behavior<Sync> listener() {
    return Behaviors.receiveMessage(
        sync -> {
          merge(sync.bulletin());
          sync.replyTo().tell(current());
          return Behaviors.same();
        });
  }

  private SharedState current() {
    FaultInjector.VersionedPlan plan = faults.versionedPlan();
    return new SharedState(clock.offset(), plan.revision(), plan.plan());
  }

  private void merge(SharedState theirs) {
    clock.advanceTo(theirs.clock());
    faults.merge(new FaultInjector.VersionedPlan(theirs.revision(), theirs.faults()));
  }

  /** Completes when all nodes that can be reached have the same state, or after two seconds. */
  CompletableFuture<Void> replicate() {
    return CompletableFuture.allOf(
        peers.others(NAME).stream().map(this::sync).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<?> sync(ActorSelection node) {
    return Patterns.askWithReplyTo(
            node, replyTo -> new Sync(current(), Adapter.toTyped(replyTo)), TIMEOUT)
        .handle(
            (answer, failure) -> {
              // A node that does not answer has the state later: see Reachability.
              if (answer instanceof SharedState theirs) {
                merge(theirs);
              }
              return true;
            })
        .toCompletableFuture();
  }
}
