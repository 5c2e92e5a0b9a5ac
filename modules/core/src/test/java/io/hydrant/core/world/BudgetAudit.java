package io.hydrant.core.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Of one stream at most 25 starts and stops are admitted in any 24 hours, and none is refused for
 * the limit as long as they are fewer. A call that something else came between may have been
 * counted although its answer does not say so.
 */
final class BudgetAudit implements Audit {
  private static final int MOST = 25;
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final String REFUSED = "LimitExceededException";

  private final KnownStreams streams;
  private final List<Call> calls = new ArrayList<>();
  private int lastAsked;

  private record Call(int number, String life, Instant at, boolean surely, boolean perhaps) {
    Call answered(boolean admitted, boolean alone) {
      return new Call(number, life, at, admitted, admitted || !alone);
    }
  }

  BudgetAudit(KnownStreams streams) {
    this.streams = streams;
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.EncryptionAsked asked) {
      String life = streams.life(asked.stream()).map(Object::toString).orElse("none");
      calls.add(new Call(asked.call(), life, at, false, true));
      lastAsked = asked.call();
    } else if (observed instanceof Observed.EncryptionAnswered answered) {
      answered(answered);
    } else {
      lastAsked = 0;
    }
  }

  private void answered(Observed.EncryptionAnswered answered) {
    boolean refused = answered.code().equals(REFUSED);
    boolean admitted =
        answered.code().equals(Observed.OK)
            || answered.code().equals("InvalidKMSResourceException");
    boolean alone = lastAsked == answered.call() && !answered.code().equals(Observed.UNKNOWN);
    int index = index(answered.call());
    String life = streams.life(answered.stream()).map(Object::toString).orElse("none");
    Objection.unless(
        !answered.code().equals(Observed.OK) || calls.get(index).life().equals(life),
        "budget",
        calls.get(index) + " was counted, and took effect on " + life);
    Call call = calls.get(index).answered(admitted, alone || refused);
    calls.set(index, call);
    List<Call> window =
        calls.stream()
            .filter(each -> each.life().equals(call.life()))
            .filter(each -> each.number() != call.number())
            .filter(each -> !each.at().isAfter(call.at()))
            .filter(each -> each.at().isAfter(call.at().minus(WINDOW)))
            .toList();
    long surely = window.stream().filter(Call::surely).count();
    long perhaps = window.stream().filter(Call::perhaps).count();
    Objection.unless(
        !admitted || surely < MOST, "budget", call + " admitted after " + surely + " others");
    Objection.unless(
        !refused || perhaps >= MOST, "budget", call + " refused after " + perhaps + " others");
  }

  private int index(int number) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).number() == number) {
        return i;
      }
    }
    throw new Objection("budget", "an answer to no question: " + number);
  }
}
