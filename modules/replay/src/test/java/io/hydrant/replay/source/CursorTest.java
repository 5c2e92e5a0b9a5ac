package io.hydrant.replay.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static EncodedEvent event(long number) {
    return new EncodedEvent("key|0/r/k", number, "key.enabled/1", Bytes.EMPTY);
  }

  @Property(tries = 300)
  void a_part_has_the_events_after_a_number_up_to_a_count(
      @ForAll @IntRange(min = 1, max = 5) int first,
      @ForAll @IntRange(max = 20) int after,
      @ForAll @IntRange(max = 20) int max) {
    List<EncodedEvent> history =
        LongStream.rangeClosed(first, 15).mapToObj(CursorTest::event).toList();
    List<StoredEvent> part = new ArrayList<>();
    try (Cursor cursor = Cursor.of(history).part(after, max)) {
      cursor.each(part::add);
    }
    assertThat(part)
        .containsExactlyElementsOf(
            history.stream().filter(each -> each.number() > after).limit(max).toList());
  }

  @Test
  void closing_a_part_closes_the_journal_once() {
    AtomicInteger closed = new AtomicInteger();
    Cursor.of(List.of(event(1)).iterator(), closed::incrementAndGet).part(0, 1).close();
    assertThat(closed).hasValue(1);
  }
}
