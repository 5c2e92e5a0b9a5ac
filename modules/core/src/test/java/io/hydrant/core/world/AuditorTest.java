package io.hydrant.core.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An auditor that objects to nothing would be worth nothing. */
class AuditorTest {
  private static final int STEPS = 120;
  private static final int WORLDS_MAX = 200;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void the_auditor_objects_to_a_world_that_is_wrong_on_purpose(Sabotage wrong) {
    Stream<List<Step>> chance =
        LongStream.range(0, WORLDS_MAX).mapToObj(seed -> Steps.of(wrong.rule(), seed, STEPS));
    AtomicInteger propagation = new AtomicInteger();
    Optional<Objection> first =
        Stream.concat(Races.ALL.stream(), chance)
            .map(steps -> objection(wrong, steps, propagation.getAndIncrement() % 6))
            .flatMap(Optional::stream)
            .filter(objection -> objection.rule().equals(wrong.rule()))
            .findFirst();
    assertThat(first).as("an objection by the rule of " + wrong.rule()).isPresent();
  }

  private static Optional<Objection> objection(
      Sabotage wrong, List<Step> steps, int propagationSeconds) {
    try {
      new Simulation(new World(Duration.ofSeconds(propagationSeconds), wrong)).run(steps);
      return Optional.empty();
    } catch (Objection objection) {
      return Optional.of(objection);
    }
  }
}
