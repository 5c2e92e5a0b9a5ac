package io.hydrant.runtime.cluster;

import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.runtime.cluster.ClusterMessage.DecideFault;
import io.hydrant.runtime.cluster.ClusterMessage.FaultDecided;
import io.hydrant.runtime.fault.FaultInjector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorSelection;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.pattern.Patterns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the oldest node decide for all nodes which calls a fault applies to. That node answers after
 * the other nodes have its count, so the next oldest node continues from there.
 */
final class FaultArbiter {
  private static final Logger LOG = LoggerFactory.getLogger(FaultArbiter.class);

  /** The actor's name is part of the protocol between nodes of two builds. */
  static final String NAME = "hydrant-strikes";

  /** Longer than the oldest node waits for the others. */
  static final Duration TIMEOUT = Duration.ofSeconds(4);

  private final ClusterPeers peers;
  private final SharedClusterState state;
  private final FaultInjector faults;

  private FaultArbiter(ClusterPeers peers, SharedClusterState state, FaultInjector faults) {
    this.peers = peers;
    this.state = state;
    this.faults = faults;
  }

  /** Makes the oldest node decide about this node's faults from now on. */
  static void start(
      ActorSystem<?> system, ClusterPeers peers, SharedClusterState state, FaultInjector faults) {
    FaultArbiter arbiter = new FaultArbiter(peers, state, faults);
    system.systemActorOf(arbiter.listener(), NAME, Props.empty());
    faults.setDecider(arbiter::decide);
  }

  private Behavior<DecideFault> listener() {
    return Behaviors.receiveMessage(
        asked -> {
          decideHere(asked.call())
              .thenAccept(effect -> asked.replyTo().tell(new FaultDecided(effect)));
          return Behaviors.same();
        });
  }

  private CompletionStage<Optional<Fault.Effect>> decide(CallDescription call) {
    return peers.oldest(NAME).map(oldest -> ask(oldest, call)).orElseGet(() -> decideHere(call));
  }

  private CompletionStage<Optional<Fault.Effect>> decideHere(CallDescription call) {
    Optional<Fault.Effect> effect = faults.decideHere(call);
    return effect.isEmpty()
        ? CompletableFuture.completedFuture(effect)
        : state.replicate().thenApply(replicated -> effect);
  }

  private CompletionStage<Optional<Fault.Effect>> ask(ActorSelection oldest, CallDescription call) {
    return Patterns.askWithReplyTo(
            oldest, replyTo -> new DecideFault(call, Adapter.toTyped(replyTo)), TIMEOUT)
        .handle(
            (answer, failure) -> {
              if (answer instanceof FaultDecided decided) {
                return CompletableFuture.completedFuture(decided.effect());
              }
              // A call must not hang because the oldest node has just left.
              LOG.warn(
                  "The oldest node, {}, did not decide about a fault; this node decides",
                  oldest.anchorPath().address());
              return decideHere(call);
            })
        .thenCompose(decided -> decided);
  }
}
