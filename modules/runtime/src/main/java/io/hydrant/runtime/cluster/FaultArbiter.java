package io.hydrant.runtime.cluster;

import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.runtime.cluster.ClusterMessage.Strike;
import io.hydrant.runtime.cluster.ClusterMessage.Struck;
import io.hydrant.runtime.fault.FaultInjector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorSelection;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.pattern.Patterns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides for all nodes together which calls a fault applies to: the oldest node counts. It answers
 * after the others know the count, so the next oldest continues from there.
 */
public final class FaultArbiter {
  private static final Logger LOG = LoggerFactory.getLogger(FaultArbiter.class);
  private static final String NAME = "hydrant-strikes";

  /** Longer than the oldest node waits for the others. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final ActorSystem<?> system;
  private final Membership membership;
  private final SharedClusterState bulletins;
  private final FaultInjector faults;

  private FaultArbiter(
      ActorSystem<?> system,
      Membership membership,
      SharedClusterState bulletins,
      FaultInjector faults) {
    this.system = system;
    this.membership = membership;
    this.bulletins = bulletins;
    this.faults = faults;
  }

  /** Has the oldest node decide about this node's faults from now on. */
  public static void start(
      ActorSystem<?> system,
      Membership membership,
      SharedClusterState bulletins,
      FaultInjector faults) {
    FaultArbiter strikes = new FaultArbiter(system, membership, bulletins, faults);
    system.systemActorOf(strikes.listener(), NAME, Props.empty());
    faults.decidedBy(strikes::decide);
  }

  private Behavior<Strike> listener() {
    return Behaviors.receive(Strike.class)
        .onMessage(
            Strike.class,
            asked -> {
              strike(asked.call()).thenAccept(effect -> asked.replyTo().tell(new Struck(effect)));
              return Behaviors.same();
            })
        .build();
  }

  private CompletionStage<Optional<Fault.Effect>> decide(CallDescription call) {
    Address oldest = membership.oldestMember();
    return membership.isSelf(oldest) ? strike(call) : ask(oldest, call);
  }

  private CompletionStage<Optional<Fault.Effect>> strike(CallDescription call) {
    Optional<Fault.Effect> effect = faults.strike(call);
    return effect.isEmpty()
        ? CompletableFuture.completedFuture(effect)
        : bulletins.share().thenApply(shared -> effect);
  }

  private CompletionStage<Optional<Fault.Effect>> ask(Address oldest, CallDescription call) {
    ActorSelection listener = Adapter.toClassic(system).actorSelection(oldest + "/system/" + NAME);
    return Patterns.askWithReplyTo(
            listener, replyTo -> new Strike(call, Adapter.toTyped(replyTo)), PATIENCE)
        .handle(
            (answer, failure) -> {
              if (answer instanceof Struck struck) {
                return CompletableFuture.completedFuture(struck.effect());
              }
              // A call must not hang because the one who counts has just gone.
              LOG.warn("{} does not decide about a fault; this node does", oldest);
              return strike(call);
            })
        .thenCompose(decided -> decided);
  }
}
