package io.hydrant.runtime.cluster;

import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.cluster.ClusterMessage.Bulletin;
import io.hydrant.runtime.cluster.ClusterMessage.Sync;
import io.hydrant.runtime.fault.FaultInjector;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.ActorSelection;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.pattern.Patterns;

/**
 * Keeps the clock and the faults of all nodes the same. A node that changes them sends them to the
 * others, and a node that joins asks the others. The larger clock offset wins, because clocks only
 * move forward.
 */
public final class SharedClusterState {
  private static final String NAME = "hydrant-bulletins";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ActorSystem<?> system;
  private final Membership membership;
  private final ServiceClock clock;
  private final FaultInjector faults;

  private SharedClusterState(
      ActorSystem<?> system, Membership membership, ServiceClock clock, FaultInjector faults) {
    this.system = system;
    this.membership = membership;
    this.clock = clock;
    this.faults = faults;
  }

  public static SharedClusterState start(
      ActorSystem<?> system, Membership membership, ServiceClock clock, FaultInjector faults) {
    SharedClusterState bulletins = new SharedClusterState(system, membership, clock, faults);
    system.systemActorOf(bulletins.listener(), NAME, Props.empty());
    return bulletins;
  }

  private Behavior<Sync> listener() {
    return Behaviors.receive(Sync.class)
        .onMessage(
            Sync.class,
            heard -> {
              takeOver(heard.bulletin());
              heard.replyTo().tell(ours());
              return Behaviors.same();
            })
        .build();
  }

  private Bulletin ours() {
    FaultInjector.Stand stand = faults.stand();
    return new Bulletin(clock.offset(), stand.revision(), stand.plan());
  }

  private void takeOver(Bulletin theirs) {
    clock.advanceTo(theirs.clock());
    faults.takeOver(new FaultInjector.Stand(theirs.revision(), theirs.faults()));
  }

  /** Completes when all nodes that can be reached agree, or after two seconds. */
  public CompletableFuture<Void> share() {
    return CompletableFuture.allOf(
        membership.others().stream().map(this::tell).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<?> tell(Address node) {
    ActorSelection listener = Adapter.toClassic(system).actorSelection(node + "/system/" + NAME);
    return Patterns.askWithReplyTo(
            listener, replyTo -> new Sync(ours(), Adapter.toTyped(replyTo)), PATIENCE)
        .handle(
            (answer, failure) -> {
              // A node that does not answer asks when it is back.
              if (answer instanceof Bulletin theirs) {
                takeOver(theirs);
              }
              return true;
            })
        .toCompletableFuture();
  }
}
