package io.hydrant.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.entity.Reply;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamSummaryTest {
  private static StreamSummary read(StreamHistory history) {
    return history
        .handle(new StreamSummary.Read())
        .fold(
            summary -> summary,
            error -> {
              throw new AssertionError(error);
            });
  }

  @Test
  void a_stream_says_which_of_its_name_it_is_and_how_it_and_its_encryption_are() {
    StreamSummary plain = read(StreamHistory.active());
    assertThat(plain.arn()).isEqualTo(StreamHistory.ARN);
    assertThat(plain.generation()).isEqualTo(1);
    assertThat(plain.status()).isEqualTo(DeliveryStreamStatus.ACTIVE);
    assertThat(plain.encryption().status()).isEqualTo(EncryptionStatus.DISABLED);
    StreamSummary encrypted = read(StreamHistory.encrypted());
    assertThat(encrypted.encryption().status()).isEqualTo(EncryptionStatus.ENABLED);
    assertThat(encrypted.encryption().keyArn()).isEqualTo(Optional.of(StreamHistory.arn("a")));
  }

  @Test
  void the_second_stream_of_a_name_says_that_it_is_the_second() {
    StreamHistory history = StreamHistory.active();
    history.handle(new DeleteDeliveryStream(false));
    history.handle(new StreamTaskResult.BufferDrained());
    history.handle(new StreamTaskResult.NameDeregistered());
    assertThat(history.handle(new StreamSummary.Read()))
        .isEqualTo(Reply.failure(StreamErrors.notFound(StreamHistory.ARN)));
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.empty());
    assertThat(read(history).generation()).isEqualTo(2);
    assertThat(read(history).status()).isEqualTo(DeliveryStreamStatus.CREATING);
  }

  @Test
  void reading_changes_nothing() {
    StreamHistory history = StreamHistory.encrypted();
    StreamState before = history.state();
    read(history);
    assertThat(history.state()).isEqualTo(before);
  }
}
