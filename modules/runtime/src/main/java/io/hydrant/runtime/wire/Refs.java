package io.hydrant.runtime.wire;

import org.apache.pekko.actor.typed.ActorRef;

/** Addresses of actors as text that every node of the cluster understands. */
interface Refs {
  String text(ActorRef<?> ref);

  ActorRef<?> ref(String text);
}
