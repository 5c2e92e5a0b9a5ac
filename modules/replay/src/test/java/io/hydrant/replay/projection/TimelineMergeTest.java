package io.hydrant.replay.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.kms.KeyEvent;
import io.hydrant.replay.MemoryJournal;
import io.hydrant.replay.SampleJournal;
import io.hydrant.replay.source.DecodedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimelineMergeTest {
  @Property(tries = 200)
  void histories_are_told_in_the_order_of_their_times_and_lose_nothing(
      @ForAll @Size(max = 5) List<@Size(max = 30) List<@IntRange(max = 3) Integer>> pauses) {
    MemoryJournal journal = new MemoryJournal();
    int events = 0;
    for (List<Integer> each : pauses) {
      int second = 0;
      String entity = "key|0/r/" + journal.entities().size();
      for (int pause : each) {
        second += pause;
        journal.with(entity, new KeyEvent.DescriptionUpdated(SampleJournal.at(second), "x"));
        events++;
      }
    }
    List<DecodedEvent> told = new ArrayList<>();
    try (TimelineMerge merge = new TimelineMerge()) {
      journal.entities().forEach(entity -> merge.add(journal, entity));
      merge.each(step -> told.add(step.event().orElseThrow()));
    }
    assertThat(told)
        .hasSize(events)
        .isSortedAccordingTo(
            Comparator.comparing(DecodedEvent::at)
                .thenComparing(DecodedEvent::entity)
                .thenComparing(DecodedEvent::number));
  }

  @Test
  void arrivals_of_records_are_left_out() {
    List<String> told = new ArrayList<>();
    try (TimelineMerge merge = new TimelineMerge()) {
      merge
          .add(SampleJournal.journal(), SampleJournal.BUFFER)
          .add(SampleJournal.journal(), "buffer|nothing");
      merge.each(step -> told.add(step.event().orElseThrow().name()));
    }
    assertThat(told).containsExactly("buffer.batch-planned/1", "buffer.batch-delivered/1");
  }
}
