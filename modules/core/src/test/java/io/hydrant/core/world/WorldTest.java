package io.hydrant.core.world;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whole worlds of streams, budgets, buffers, keys and clients, with outcomes that come late, twice
 * or never, and crashes. More worlds than the default are tried with {@code
 * -Dtest.jvm.args=-Djqwik.tries.default=50000}; a failure tells the seed and the histories.
 */
class WorldTest {
  private static final int STEPS_MAX = 120;

  @Provide
  Arbitrary<List<Step>> steps() {
    return Steps.of(STEPS_MAX);
  }

  @Property
  void nothing_that_happens_to_a_world_gives_its_auditor_an_objection(
      @ForAll("steps") List<Step> steps, @ForAll boolean propagating) {
    assertNoObjection(steps, propagating ? Duration.ofSeconds(5) : Duration.ZERO);
  }

  @Example
  void races_that_chance_seldom_makes_give_its_auditor_no_objection() {
    Races.ALL.forEach(steps -> assertNoObjection(steps, Duration.ZERO));
  }

  private static void assertNoObjection(List<Step> steps, Duration propagation) {
    World world = new World(propagation, Sabotage.NONE);
    try {
      new Simulation(world).run(steps);
    } catch (Objection | IllegalStateException wrong) {
      throw new AssertionError(wrong.getMessage() + Chronicle.of(world, wrong.getMessage()), wrong);
    }
  }
}
