package io.hydrant.core.world;

import io.hydrant.core.world.Step.Kind;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Sequences that chance makes too seldom: something old meets a later stream of its name. */
final class Races {
  private static final int ORDERS = 0;
  private static final int ELEVEN_SECONDS = 5;
  private static final int FIVE_MINUTES = 6;
  private static final int UNENCRYPTED = 0;
  private static final int UNFORCED = 1;
  private static final int OWNED_KEY = 0;

  private static final List<Step> UNTIL_DONE =
      Stream.of(
              Collections.nCopies(3, step(Kind.WORK_ON_ALL, 0)),
              List.of(step(Kind.TIME, ELEVEN_SECONDS)),
              Collections.nCopies(3, step(Kind.WORK_ON_ALL, 0)))
          .flatMap(List::stream)
          .toList();

  /** The name is checked, and taken out, while the creation pauses before its last step. */
  static final List<Step> A_CREATION_SLOWER_THAN_ITS_GRACE =
      Stream.of(
              List.of(step(Kind.DELETE, UNFORCED)),
              UNTIL_DONE,
              List.of(late(Kind.CREATE, UNENCRYPTED), step(Kind.CREATIONS_GO_ON, 0)),
              List.of(step(Kind.TIME, FIVE_MINUTES)),
              UNTIL_DONE,
              List.of(step(Kind.CREATIONS_GO_ON, 0)))
          .flatMap(List::stream)
          .toList();

  /** The stream that enters the name is gone before another creation of it takes its last step. */
  static final List<Step> A_CREATION_OVERTAKEN_BY_A_WHOLE_LIFE =
      Stream.of(
              List.of(step(Kind.DELETE, UNFORCED)),
              UNTIL_DONE,
              List.of(late(Kind.CREATE, UNENCRYPTED), step(Kind.CREATIONS_GO_ON, 0)),
              List.of(step(Kind.CREATE, UNENCRYPTED)),
              UNTIL_DONE,
              List.of(step(Kind.DELETE, UNFORCED)),
              UNTIL_DONE,
              List.of(step(Kind.CREATIONS_GO_ON, 0)))
          .flatMap(List::stream)
          .toList();

  /** The stream that admitted and counted a start is gone when the start takes its last step. */
  static final List<Step> A_START_THAT_MEETS_A_LATER_STREAM =
      Stream.of(
              List.of(late(Kind.START, OWNED_KEY), step(Kind.DELETE, UNFORCED)),
              UNTIL_DONE,
              List.of(step(Kind.CREATE, UNENCRYPTED)),
              UNTIL_DONE,
              List.of(step(Kind.CALLS_GO_ON, 0)))
          .flatMap(List::stream)
          .toList();

  static final List<List<Step>> ALL =
      List.of(
          A_CREATION_SLOWER_THAN_ITS_GRACE,
          A_CREATION_OVERTAKEN_BY_A_WHOLE_LIFE,
          A_START_THAT_MEETS_A_LATER_STREAM);

  private Races() {}

  private static Step step(Kind kind, int much) {
    return new Step(kind, ORDERS, much, Fate.AT_ONCE);
  }

  private static Step late(Kind kind, int much) {
    return new Step(kind, ORDERS, much, Fate.LATE);
  }
}
