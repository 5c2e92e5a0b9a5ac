package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class ResetTest extends OneNode {
  @Test
  void after_a_reset_all_state_is_gone_and_the_node_goes_on() throws Exception {
    activeStream();
    newKey();
    var answer =
        http(
            HttpRequest.newBuilder(endpoint().resolve("/_hydrant/reset"))
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(firehose.listDeliveryStreams().deliveryStreamNames()).isEmpty();
    assertThat(kms.listKeys().keys()).isEmpty();
    assertThat(s3.listBuckets().buckets()).isEmpty();
    s3.createBucket(r -> r.bucket(BUCKET));
    String stream = activeStream();
    put(stream, "after");
    awaitDelivered(stream, "after");
  }
}
