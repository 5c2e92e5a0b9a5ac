package io.hydrant.runtime.cluster;

import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** The messages between nodes that are not for an entity. */
public sealed interface ClusterMessage {
  /**
   * The state that all nodes share and no journal holds.
   *
   * @param clock the offset of the service's clock
   * @param revision of the faults; the higher one wins
   */
  record SharedState(Duration clock, long revision, FaultPlan faults) implements ClusterMessage {}

  /** Makes a node merge this state into its own and answer with the result. */
  record Sync(SharedState bulletin, ActorRef<SharedState> replyTo) implements ClusterMessage {}

  /** Makes the oldest node decide whether a fault applies to that call. */
  record DecideFault(CallDescription call, ActorRef<FaultDecided> replyTo)
      implements ClusterMessage {}

  /** The oldest node's answer: the effect on the call, if any. */
  record FaultDecided(Optional<Fault.Effect> effect) implements ClusterMessage {}
}
