package io.hydrant.runtime.cluster;

import java.time.Duration;
import org.apache.pekko.actor.ActorSystemImpl;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.MemberStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a node that is no longer a member. An orderly stop has been seen to hang after a write that
 * conflicted with another node's. The node cannot join again until the old system has ended.
 */
public final class TerminationWatchdog {
  private static final Logger LOG = LoggerFactory.getLogger(TerminationWatchdog.class);

  /** Longer than an orderly stop takes at most. */
  private static final Duration ORDERLY = Duration.ofSeconds(20);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private TerminationWatchdog() {}

  /**
   * Watches a system. One that has begun to stop, or is no longer a member, is aborted if it does
   * not stop in time. If that fails too, the process exits, and its supervisor starts it again.
   */
  public static void watch(ActorSystem<?> system) {
    Thread watch = new Thread(() -> untilEnded(system), "last resort");
    watch.setDaemon(true);
    watch.start();
  }

  private static void untilEnded(ActorSystem<?> system) {
    Duration stopping = Duration.ZERO;
    try {
      while (!hasEnded(system)) {
        Thread.sleep(LOOK.toMillis());
        stopping = isStopping(system) ? stopping.plus(LOOK) : Duration.ZERO;
        if (stopping.equals(ORDERLY)) {
          end(system);
        }
        if (stopping.compareTo(ORDERLY.plus(AT_ONCE)) > 0) {
          exit(system);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isStopping(ActorSystem<?> system) {
    Cluster cluster = Cluster.get(system.classicSystem());
    return CoordinatedShutdown.get(system.classicSystem()).getShutdownReason().isPresent()
        || cluster.isTerminated()
        || cluster.selfMember().status().equals(MemberStatus.down());
  }

  private static boolean hasEnded(ActorSystem<?> system) {
    return system.getWhenTerminated().toCompletableFuture().isDone();
  }

  private static void exit(ActorSystem<?> system) {
    if (!hasEnded(system)) {
      LOG.error("The node's entities do not end, so the process exits; start it again");
      Runtime.getRuntime().halt(1);
    }
  }

  /** Stops all entities at once; what they acknowledged is in the journal. */
  public static void end(ActorSystem<?> system) {
    if (!hasEnded(system) && system.classicSystem() instanceof ActorSystemImpl running) {
      LOG.warn("The node's entities did not come to their end in order; they are ended now");
      running.abort();
    }
  }
}
