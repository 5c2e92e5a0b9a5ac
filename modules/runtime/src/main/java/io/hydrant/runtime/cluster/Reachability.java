package io.hydrant.runtime.cluster;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.ClusterEvent;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Subscribe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices nodes that can be reached again, after they could not and stayed members. */
final class Reachability {
  private static final Logger LOG = LoggerFactory.getLogger(Reachability.class);

  /** The view of the cluster follows the event a little later. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private Reachability() {}

  /** Runs an action each time that a node can be reached again. */
  static void watch(ActorSystem<?> system, Supplier<CompletionStage<?>> action) {
    system.systemActorOf(watcher(system, action), "hydrant-reachability", Props.empty());
  }

  private static Behavior<ClusterEvent.ReachableMember> watcher(
      ActorSystem<?> system, Supplier<CompletionStage<?>> action) {
    return Behaviors.setup(
        context -> {
          Cluster.get(system)
              .subscriptions()
              .tell(Subscribe.create(context.getSelf(), ClusterEvent.ReachableMember.class));
          return Behaviors.receiveMessage(
              reachable -> {
                system
                    .scheduler()
                    .scheduleOnce(PAUSE, () -> run(action), system.executionContext());
                return Behaviors.same();
              });
        });
  }

  private static void run(Supplier<CompletionStage<?>> action) {
    action
        .get()
        .whenComplete(
            (done, failure) -> LOG.info("A node can be reached again and has clock and faults"));
  }
}
