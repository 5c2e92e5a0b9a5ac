package io.hydrant.runtime.serialization;

import org.apache.pekko.actor.typed.ActorRef;

/** Encodes the addresses of actors as text that every node of the cluster understands. */
interface ActorRefCodec {
  String text(ActorRef<?> ref);

  ActorRef<?> ref(String text);
}
