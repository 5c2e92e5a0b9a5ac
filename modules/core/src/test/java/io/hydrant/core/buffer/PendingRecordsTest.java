package io.hydrant.core.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingRecordsTest {
  private static final AppendedRecords FIRST = chunk(0, 3);
  private static final AppendedRecords SECOND = chunk(3, 2);

  private static AppendedRecords chunk(long position, int records) {
    return new AppendedRecords(
        Instant.EPOCH,
        position,
        0,
        Collections.nCopies(records, Bytes.wrap(new byte[10])),
        records * 10L);
  }

  @Test
  void chunks_are_kept_in_their_order_with_their_sums() {
    PendingRecords pending = PendingRecords.of(List.of(FIRST, SECOND));
    assertThat(pending.toList()).containsExactly(FIRST, SECOND);
    assertThat(pending.oldest()).contains(FIRST);
    assertThat(pending.recordCount()).isEqualTo(5);
    assertThat(pending.dataBytes()).isEqualTo(50);
    assertThat(pending).hasToString("PendingRecords[5 records, 50 bytes]");
  }

  @Test
  void a_chunk_added_to_a_sequence_leaves_the_sequence_as_it_was() {
    PendingRecords before = PendingRecords.of(List.of(FIRST));
    before.plus(SECOND);
    assertThat(before.toList()).containsExactly(FIRST);
  }

  @Test
  void sequences_of_equal_chunks_are_equal() {
    PendingRecords pending = PendingRecords.of(List.of(FIRST, SECOND));
    assertThat(pending)
        .isEqualTo(PendingRecords.of(List.of(FIRST, SECOND)))
        .hasSameHashCodeAs(PendingRecords.of(List.of(FIRST, SECOND)));
    assertThat(pending)
        .isNotEqualTo(PendingRecords.of(List.of(FIRST)))
        .isNotEqualTo(PendingRecords.of(List.of(FIRST, chunk(3, 4))))
        .isNotEqualTo(List.of(FIRST, SECOND));
    assertThat(pending.hashCode()).isNotEqualTo(PendingRecords.of(List.of(FIRST)).hashCode());
  }
}
