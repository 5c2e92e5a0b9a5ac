package io.hydrant.runtime.cluster;

import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.ActorSelection;

/** The nodes that this node exchanges messages with. */
interface ClusterPeers {
  /** Returns the named actor at each other node that can be reached. */
  List<ActorSelection> others(String actor);

  /** Returns the named actor at the oldest node; empty where that is this node. */
  Optional<ActorSelection> oldest(String actor);
}
