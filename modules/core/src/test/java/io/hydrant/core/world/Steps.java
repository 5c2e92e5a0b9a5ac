package io.hydrant.core.world;

import io.hydrant.core.world.Step.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** What happens in a simulated world, and how often. */
final class Steps {
  private static final Map<Kind, Integer> OFTEN =
      Map.ofEntries(
          Map.entry(Kind.CREATE, 4),
          Map.entry(Kind.CREATIONS_GO_ON, 2),
          Map.entry(Kind.DELETE, 2),
          Map.entry(Kind.MESSAGE_AGAIN, 2),
          Map.entry(Kind.START, 8),
          Map.entry(Kind.START_THEN_DISABLE_KEY, 3),
          Map.entry(Kind.ENABLE_KEY, 3),
          Map.entry(Kind.STOP, 3),
          Map.entry(Kind.PUT, 12),
          Map.entry(Kind.STORE, 5),
          Map.entry(Kind.WORK, 24),
          Map.entry(Kind.WORK_ON_ALL, 4),
          Map.entry(Kind.ARRIVE, 10),
          Map.entry(Kind.TIME, 12));

  /** What happens more often in worlds that try one rule of the auditor in particular. */
  private static final Map<String, List<Kind>> FAVOURED =
      Map.of(
          "names",
          List.of(
              Kind.CREATE,
              Kind.CREATIONS_GO_ON,
              Kind.DELETE,
              Kind.MESSAGE_AGAIN,
              Kind.WORK_ON_ALL,
              Kind.CRASH),
          "budget",
          List.of(
              Kind.CREATE, Kind.DELETE, Kind.START, Kind.STOP, Kind.CALLS_GO_ON, Kind.WORK_ON_ALL),
          "reservations",
          List.of(
              Kind.START,
              Kind.SWEEP_RESERVATIONS,
              Kind.SWEEPS_GO_ON,
              Kind.WORK_ON_ALL,
              Kind.CALLS_GO_ON),
          "aliases",
          List.of(
              Kind.SCHEDULE_KEY_DELETION,
              Kind.CANCEL_KEY_DELETION,
              Kind.CREATE_ALIAS,
              Kind.ALIASES_GO_ON,
              Kind.MESSAGE_AGAIN,
              Kind.WORK_ON_ALL));

  private static final int MORE_OFTEN = 12;

  private static final List<Fate> FATES = List.of(Fate.values());
  private static final int WHICH_MAX = 11;
  private static final int MUCH_MAX = 19;

  private Steps() {}

  private static List<Kind> kinds(String rule) {
    return Stream.of(Kind.values())
        .flatMap(kind -> Collections.nCopies(often(kind, rule), kind).stream())
        .toList();
  }

  private static int often(Kind kind, String rule) {
    boolean favoured = FAVOURED.getOrDefault(rule, List.of()).contains(kind);
    return OFTEN.getOrDefault(kind, 1) + (favoured ? MORE_OFTEN : 0);
  }

  /** At most {@code most} steps; half of the worlds favour what tries one rule. */
  static Arbitrary<List<Step>> of(int most) {
    Arbitrary<String> rule = Arbitraries.of(FAVOURED.keySet());
    return Arbitraries.oneOf(Arbitraries.just("every rule"), rule)
        .flatMap(favoured -> of(most, kinds(favoured)));
  }

  private static Arbitrary<List<Step>> of(int most, List<Kind> kinds) {
    return Combinators.combine(
            Arbitraries.of(kinds),
            Arbitraries.integers().between(0, WHICH_MAX),
            Arbitraries.integers().between(0, MUCH_MAX),
            Arbitraries.of(FATES))
        .as(Step::new)
        .list()
        .ofMaxSize(most)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  /** The same steps for the same seed, in a world that tries that rule. */
  static List<Step> of(String rule, long seed, int count) {
    Random random = new Random(seed);
    List<Kind> kinds = kinds(rule);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Step(
                    kinds.get(random.nextInt(kinds.size())),
                    random.nextInt(WHICH_MAX + 1),
                    random.nextInt(MUCH_MAX + 1),
                    FATES.get(random.nextInt(FATES.size()))))
        .toList();
  }
}
