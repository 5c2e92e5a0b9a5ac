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
          Map.entry(Kind.DELETE, 2),
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

  private static final List<Kind> KINDS =
      Stream.of(Kind.values())
          .flatMap(kind -> Collections.nCopies(OFTEN.getOrDefault(kind, 1), kind).stream())
          .toList();

  private static final List<Fate> FATES = List.of(Fate.values());
  private static final int WHICH_MAX = 11;
  private static final int MUCH_MAX = 19;

  private Steps() {}

  /** At most {@code most} steps. */
  static Arbitrary<List<Step>> of(int most) {
    return Combinators.combine(
            Arbitraries.of(KINDS),
            Arbitraries.integers().between(0, WHICH_MAX),
            Arbitraries.integers().between(0, MUCH_MAX),
            Arbitraries.of(FATES))
        .as(Step::new)
        .list()
        .ofMaxSize(most)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  /** The same steps for the same seed. */
  static List<Step> of(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Step(
                    KINDS.get(random.nextInt(KINDS.size())),
                    random.nextInt(WHICH_MAX + 1),
                    random.nextInt(MUCH_MAX + 1),
                    FATES.get(random.nextInt(FATES.size()))))
        .toList();
  }
}
