package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseAsyncClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

class AsyncClientTest extends OneNode {
  @Test
  void the_async_client_does_the_main_job() {
    try (FirehoseAsyncClient async =
        FirehoseAsyncClient.builder()
            .endpointOverride(endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(SdkClients.credentials("test"))
            .httpClientBuilder(NettyNioAsyncHttpClient.builder())
            .build()) {
      String stream = activeStream();
      String key = newKey();
      async
          .startDeliveryStreamEncryption(
              r ->
                  r.deliveryStreamName(stream)
                      .deliveryStreamEncryptionConfigurationInput(
                          c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(key)))
          .join();
      awaitEncryption(stream, DeliveryStreamEncryptionStatus.ENABLED);
      List<CompletableFuture<PutRecordResponse>> puts =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      async.putRecord(
                          r ->
                              r.deliveryStreamName(stream)
                                  .record(b -> b.data(SdkBytes.fromUtf8String("r")))))
              .toList();
      assertThat(puts).allSatisfy(put -> assertThat(put.join().encrypted()).isTrue());
      awaitDelivered(stream, "r".repeat(50));
      assertThat(async.describeDeliveryStream(r -> r.deliveryStreamName("none")))
          .failsWithin(PATIENCE)
          .withThrowableThat()
          .withCauseInstanceOf(ResourceNotFoundException.class);
    }
  }
}
