package io.hydrant.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.BufferingHints;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.stream.Admission;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;

class PutDeduplicationTest {
  private static final Reply<PutResult> STORED =
      Reply.success(new PutResult.Stored(List.of("record-1")));
  private static final Admission ADMISSION =
      new Admission(1, Optional.empty(), BufferingHints.DEFAULT, Optional.empty());
  private static final long SECOND = 1_000_000_000;

  private final TestInbox<Reply<PutResult>> first = TestInbox.create();
  private final TestInbox<Reply<PutResult>> again = TestInbox.create();
  private long now;
  private final PutDeduplication puts = new PutDeduplication(() -> now);

  private static BufferMessage.Put put(String id, TestInbox<Reply<PutResult>> from) {
    return new BufferMessage.Put(
        id, ADMISSION, List.of(Bytes.ofUtf8("record")), CorrelationContext.NONE, from.getRef());
  }

  private boolean comes(String id, TestInbox<Reply<PutResult>> from) {
    BufferMessage.Put put = put(id, from);
    if (puts.isDuplicate(put)) {
      return false;
    }
    puts.register(put);
    return true;
  }

  @Test
  void a_put_that_is_sent_again_while_it_is_in_hand_is_answered_with_the_first() {
    assertThat(comes("a", first)).isTrue();
    assertThat(comes("a", again)).isFalse();
    assertThat(again.hasMessages()).isFalse();
    puts.answered(put("a", first), STORED);
    again.expectMessage(STORED);
  }

  @Test
  void one_that_was_answered_late_gets_the_same_answer_again() {
    comes("a", first);
    now += SECOND + 1;
    puts.answered(put("a", first), STORED);
    assertThat(comes("a", again)).isFalse();
    again.expectMessage(STORED);
  }

  @Test
  void one_that_was_answered_in_time_is_not_remembered_since_it_is_not_sent_again() {
    comes("a", first);
    puts.answered(put("a", first), STORED);
    assertThat(comes("a", again)).isTrue();
  }

  @Test
  void a_put_with_another_id_is_another_put() {
    comes("a", first);
    assertThat(comes("b", again)).isTrue();
  }
}
