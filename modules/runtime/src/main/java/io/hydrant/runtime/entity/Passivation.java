package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Event;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** Stops the actor of an entity whose state is passivatable. */
record Passivation<S, E extends Event<S>>(
    ActorRef<EntityMessage<S, E>> self,
    TimerScheduler<EntityMessage<S, E>> timers,
    Consumer<ActorRef<EntityMessage<S, E>>> passivate) {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  void soon() {
    timers.startSingleTimer(Passivation.class, new EntityMessage.Passivate<>(), PAUSE);
  }

  void now() {
    passivate.accept(self);
  }
}
