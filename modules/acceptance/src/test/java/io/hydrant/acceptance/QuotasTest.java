package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.firehose.model.ServiceUnavailableException;

/** AWS's quotas, switched on. */
class QuotasTest extends OneNode {
  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.quotas.throughput", "aws", "hydrant.quotas.api-rate", "aws");
  }

  /**
   * A Region with a quota of 1 MiB a second. A batch of 4 MiB uses up four seconds of it, so of ten
   * such batches one is refused also where a batch takes seconds.
   */
  @Test
  void puts_beyond_a_streams_throughput_are_asked_to_slow_down() {
    String stream = newName();
    FirehoseClient once = SdkClients.withoutRetries(endpoint(), Region.EU_CENTRAL_1).firehose();
    once.createDeliveryStream(
        r ->
            r.deliveryStreamName(stream)
                .extendedS3DestinationConfiguration(
                    d ->
                        d.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/delivery")));
    List<Record> records =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    Record.builder()
                        .data(SdkBytes.fromByteArrayUnsafe(new byte[1000 * 1024]))
                        .build())
            .toList();
    FirehoseException over =
        firstRefusal(
            10, () -> once.putRecordBatch(r -> r.deliveryStreamName(stream).records(records)));
    assertThat(over).isInstanceOf(ServiceUnavailableException.class);
    assertThat(over.statusCode()).isEqualTo(503);
    assertThat(over.awsErrorDetails().errorMessage()).startsWith("Slow down.");
  }

  @Test
  void control_calls_are_held_to_five_a_second() {
    FirehoseClient once = SdkClients.withoutRetries(endpoint()).firehose();
    FirehoseException over = firstRefusal(200, once::listDeliveryStreams);
    assertThat(over.awsErrorDetails().errorCode()).isEqualTo("ThrottlingException");
    assertThat(over.isThrottlingException()).isTrue();
  }

  /** Makes the call so often, eight at a time, and answers the first refusal. */
  private static FirehoseException firstRefusal(int times, Runnable call) {
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<CompletableFuture<Void>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        calls.add(CompletableFuture.runAsync(call, clients));
      }
      CompletionException refused =
          catchThrowableOfType(
              CompletionException.class,
              () -> CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join());
      assertThat(refused).hasCauseInstanceOf(FirehoseException.class);
      return (FirehoseException) refused.getCause();
    } finally {
      clients.shutdownNow();
    }
  }
}
