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
  private static final int FIRST_KEY = 2;

  private static final List<Step> WORK_AND_WAIT =
      Stream.concat(
              Collections.nCopies(3, step(Kind.WORK_ON_ALL, 0)).stream(),
              Stream.of(step(Kind.TIME, ELEVEN_SECONDS)))
          .toList();

  /** Keys that propagate slowly take longer than one wait. */
  private static final List<Step> UNTIL_DONE =
      Collections.nCopies(4, WORK_AND_WAIT).stream().flatMap(List::stream).toList();

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

  /** The check of a name looks before its stream is made, and its answer comes after. */
  static final List<Step> A_CHECK_THAT_LOOKED_TOO_EARLY =
      Stream.of(
              List.of(step(Kind.DELETE, UNFORCED)),
              UNTIL_DONE,
              List.of(late(Kind.CREATE, UNENCRYPTED), step(Kind.CREATIONS_GO_ON, 0)),
              List.of(step(Kind.TIME, FIVE_MINUTES), late(Kind.WORK, 0)),
              List.of(step(Kind.CREATIONS_GO_ON, 0)),
              UNTIL_DONE,
              List.of(step(Kind.ARRIVE, 0)))
          .flatMap(List::stream)
          .toList();

  /**
   * A sweep looks at the stream between two encryptions with a key, and releases its reservation
   * late.
   */
  static final List<Step> A_SWEEP_THAT_LOOKED_TOO_EARLY =
      Stream.of(
              List.of(step(Kind.START, FIRST_KEY)),
              UNTIL_DONE,
              List.of(step(Kind.STOP, 0)),
              UNTIL_DONE,
              List.of(step(Kind.TIME, FIVE_MINUTES), late(Kind.SWEEP_RESERVATIONS, 0)),
              List.of(step(Kind.SWEEPS_GO_ON, 0), step(Kind.START, FIRST_KEY)),
              UNTIL_DONE,
              List.of(step(Kind.TIME, FIVE_MINUTES), step(Kind.SWEEPS_GO_ON, 0)))
          .flatMap(List::stream)
          .toList();

  static final List<List<Step>> ALL =
      List.of(
          A_CREATION_SLOWER_THAN_ITS_GRACE,
          A_CREATION_OVERTAKEN_BY_A_WHOLE_LIFE,
          A_START_THAT_MEETS_A_LATER_STREAM,
          A_CHECK_THAT_LOOKED_TOO_EARLY,
          A_SWEEP_THAT_LOOKED_TOO_EARLY);

  private Races() {}

  private static Step step(Kind kind, int much) {
    return new Step(kind, ORDERS, much, Fate.AT_ONCE);
  }

  private static Step late(Kind kind, int much) {
    return new Step(kind, ORDERS, much, Fate.LATE);
  }
}
