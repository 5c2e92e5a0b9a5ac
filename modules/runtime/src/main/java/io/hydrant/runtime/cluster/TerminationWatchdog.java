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
 * Ends a node that is no longer a member. An orderly stop can hang after a write that conflicted
 * with another node's. The node cannot join again until the old system has ended.
 */
public final class TerminationWatchdog {
  private static final Logger LOG = LoggerFactory.getLogger(TerminationWatchdog.class);

  /** Longer than an orderly stop takes at most. */
  static final Duration ORDERLY = Duration.ofSeconds(20);

  static final Duration ABORT = Duration.ofSeconds(10);
  static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Target target;
  private Duration stopping = Duration.ZERO;

  TerminationWatchdog(Target target) {
    this.target = target;
  }

  /** The node that is watched. */
  interface Target {
    boolean hasEnded();

    /** Returns true when the node has begun to stop or is no longer a member. */
    boolean isStopping();

    void abort();

    void exit();
  }

  /**
   * Watches a system. A system that has begun to stop, or is no longer a member, is aborted if it
   * does not stop in time. If that fails too, the process exits, and its supervisor starts it
   * again.
   */
  public static void watch(ActorSystem<?> system) {
    TerminationWatchdog watchdog = new TerminationWatchdog(new Node(system));
    Thread thread = new Thread(watchdog::run, "termination-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (!target.hasEnded()) {
        Thread.sleep(INTERVAL.toMillis());
        check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Checks the node after each interval. */
  void check() {
    if (target.hasEnded()) {
      return;
    }
    stopping = target.isStopping() ? stopping.plus(INTERVAL) : Duration.ZERO;
    if (stopping.equals(ORDERLY)) {
      target.abort();
    }
    if (stopping.compareTo(ORDERLY.plus(ABORT)) > 0) {
      target.exit();
    }
  }

  /** Stops all entities at once; what they acknowledged is in the journal. */
  public static void abort(ActorSystem<?> system) {
    new Node(system).abort();
  }

  private record Node(ActorSystem<?> system) implements Target {
    @Override
    public boolean hasEnded() {
      return system.getWhenTerminated().toCompletableFuture().isDone();
    }

    @Override
    public boolean isStopping() {
      Cluster cluster = Cluster.get(system.classicSystem());
      return CoordinatedShutdown.get(system.classicSystem()).getShutdownReason().isPresent()
          || cluster.isTerminated()
          || cluster.selfMember().status().equals(MemberStatus.down());
    }

    @Override
    public void abort() {
      if (!hasEnded() && system.classicSystem() instanceof ActorSystemImpl running) {
        LOG.warn("The node's entities did not stop in time; the node aborts them");
        running.abort();
      }
    }

    @Override
    public void exit() {
      LOG.error("The node's entities do not stop, so the process exits; start it again");
      Runtime.getRuntime().halt(1);
    }
  }
}
