package io.hydrant.runtime.cluster;

import io.hydrant.runtime.ServiceClock;
import io.hydrant.runtime.cluster.ClusterMessage.Bulletin;
import io.hydrant.runtime.cluster.ClusterMessage.Hear;
import io.hydrant.runtime.fault.Faults;
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
 * Keeps the clock and the faults of all nodes the same. A node that moves its clock tells the
 * others, and one that joins asks them; the offset that is further on holds, for clocks only go
 * forward.
 */
public final class Bulletins {
  private static final String NAME = "hydrant-bulletins";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ActorSystem<?> system;
  private final Membership membership;
  private final ServiceClock clock;
  private final Faults faults;

  private Bulletins(
      ActorSystem<?> system, Membership membership, ServiceClock clock, Faults faults) {
    this.system = system;
    this.membership = membership;
    this.clock = clock;
    this.faults = faults;
  }

  public static Bulletins start(
      ActorSystem<?> system, Membership membership, ServiceClock clock, Faults faults) {
    Bulletins bulletins = new Bulletins(system, membership, clock, faults);
    system.systemActorOf(bulletins.listener(), NAME, Props.empty());
    return bulletins;
  }

  private Behavior<Hear> listener() {
    return Behaviors.receive(Hear.class)
        .onMessage(
            Hear.class,
            heard -> {
              takeOver(heard.bulletin());
              heard.replyTo().tell(ours());
              return Behaviors.same();
            })
        .build();
  }

  private Bulletin ours() {
    Faults.Stand stand = faults.stand();
    return new Bulletin(clock.offset(), stand.revision(), stand.plan());
  }

  private void takeOver(Bulletin theirs) {
    clock.advanceTo(theirs.clock());
    faults.takeOver(new Faults.Stand(theirs.revision(), theirs.faults()));
  }

  /** Completes when all nodes that can be reached agree, or after two seconds. */
  public CompletableFuture<Void> share() {
    return CompletableFuture.allOf(
        membership.others().stream().map(this::tell).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<?> tell(Address node) {
    ActorSelection listener = Adapter.toClassic(system).actorSelection(node + "/system/" + NAME);
    return Patterns.askWithReplyTo(
            listener, replyTo -> new Hear(ours(), Adapter.toTyped(replyTo)), PATIENCE)
        .handle(
            (answer, failure) -> {
              // Who does not answer will ask when it is back.
              if (answer instanceof Bulletin theirs) {
                takeOver(theirs);
              }
              return true;
            })
        .toCompletableFuture();
  }
}
