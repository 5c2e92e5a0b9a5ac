package io.hydrant.runtime.cluster;

import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** The messages between nodes, besides those to entities. */
public sealed interface ClusterMessage {
  /**
   * The state that all nodes share and no journal holds.
   *
   * @param clock the time by which the service's clock was moved
   * @param revision of the faults; the higher one wins
   */
  record Bulletin(Duration clock, long revision, FaultPlan faults) implements ClusterMessage {}

  /** Has a node take this over where it is newer, and answer with its state after that. */
  record Sync(Bulletin bulletin, ActorRef<Bulletin> replyTo) implements ClusterMessage {}

  /** Has the oldest node decide whether a fault applies to that call. */
  record Strike(CallDescription call, ActorRef<Struck> replyTo) implements ClusterMessage {}

  /** The answer: the effect on the call, if any. */
  record Struck(Optional<Fault.Effect> effect) implements ClusterMessage {}
}
