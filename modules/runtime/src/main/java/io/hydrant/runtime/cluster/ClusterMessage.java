package io.hydrant.runtime.cluster;

import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** What the nodes tell each other, besides calls of their entities. */
public sealed interface ClusterMessage {
  /**
   * What all nodes share and no journal holds.
   *
   * @param clock how far the service's clock was moved
   * @param revision of the faults: the higher one holds
   */
  record Bulletin(Duration clock, long revision, FaultPlan faults) implements ClusterMessage {}

  /** Take this over where it is newer, and answer with what holds then. */
  record Sync(Bulletin bulletin, ActorRef<Bulletin> replyTo) implements ClusterMessage {}

  /** Decide whether a fault strikes that call. */
  record Strike(CallDescription call, ActorRef<Struck> replyTo) implements ClusterMessage {}

  /** What the call meets. */
  record Struck(Optional<Fault.Effect> effect) implements ClusterMessage {}
}
