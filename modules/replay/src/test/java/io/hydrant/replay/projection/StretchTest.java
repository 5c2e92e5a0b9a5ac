package io.hydrant.replay.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.kms.KeyEvent;
import io.hydrant.replay.SampleJournal;
import io.hydrant.replay.source.DecodedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StretchTest {
  private static TimelineStep step(int number) {
    return new TimelineStep.Happened(
        new DecodedEvent(
            "key|0/r/k",
            number,
            "key.description-updated/1",
            new KeyEvent.DescriptionUpdated(SampleJournal.at(number), "x"),
            Optional.empty()));
  }

  private static List<TimelineStep> steps(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(StretchTest::step).toList();
  }

  private static Stretch of(int size, Optional<Integer> wanted, List<TimelineStep> until) {
    return Stretch.of(new TimelineMerge().add(steps(1, size)), wanted, until::add);
  }

  @Property(tries = 300)
  void it_has_the_chosen_step_and_two_hundred_on_each_side_and_all_before_it_are_seen(
      @ForAll @IntRange(min = 1, max = 1_000) int size, @ForAll @IntRange(max = 1_200) int wanted) {
    List<TimelineStep> seen = new ArrayList<>();
    Stretch stretch = of(size, Optional.of(wanted), seen);
    int at = Math.min(Math.max(1, wanted), size);
    int first = Math.max(1, at - Stretch.AROUND);
    int last = Math.min(size, at + Stretch.AROUND);
    assertThat(stretch).isEqualTo(new Stretch(steps(first, last), first, at, size));
    assertThat(stretch.last()).isEqualTo(last);
    assertThat(stretch.step(at)).isEqualTo(step(at));
    assertThat(seen).isEqualTo(steps(1, at));
  }

  @Test
  void without_a_choice_it_has_the_newest_steps() {
    assertThat(of(1_000, Optional.empty(), new ArrayList<>()))
        .isEqualTo(new Stretch(steps(800, 1_000), 800, 1_000, 1_000));
  }

  @Test
  void of_a_timeline_without_steps_it_has_none() {
    assertThat(of(0, Optional.of(7), new ArrayList<>())).isEqualTo(new Stretch(List.of(), 1, 0, 0));
  }
}
