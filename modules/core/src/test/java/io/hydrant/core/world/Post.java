package io.hydrant.core.world;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one entity tells another; every message may come once more, however late. */
final class Post<S, E extends Event<S>> {
  private final Ledger<S, E> to;
  private final List<Command<S, E, NoOutput>> sent = new ArrayList<>();

  Post(Ledger<S, E> to) {
    this.to = to;
  }

  Reply<NoOutput> send(Command<S, E, NoOutput> message, Instant now) {
    sent.add(message);
    return to.ask(message, now);
  }

  void again(int which, Instant now) {
    if (!sent.isEmpty()) {
      to.ask(sent.get(which % sent.size()), now);
    }
  }
}
