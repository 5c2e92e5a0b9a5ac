package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A line of the log tells the request that caused it. Messages cross as bytes here. */
class RequestLogTest extends OneNode {
  private final LogLines log = new LogLines();

  @BeforeAll
  void listen() {
    log.keep();
  }

  @AfterAll
  void stopListening() {
    log.stopKeeping();
  }

  /** What the first line tells that has both texts; empty for no request. */
  private Optional<String> requestOf(String one, String other) {
    await().atMost(PATIENCE).until(() -> line(one, other).isPresent());
    Map<String, String> logged = line(one, other).orElseThrow().getMDCPropertyMap();
    assertThat(logged).doesNotContainKey("traceId");
    return Optional.ofNullable(logged.get("requestId"));
  }

  private Optional<ILoggingEvent> line(String one, String other) {
    return log.events().stream()
        .filter(line -> line.getFormattedMessage().contains(one))
        .filter(line -> line.getFormattedMessage().contains(other))
        .findFirst();
  }

  @Test
  void so_does_that_of_work_which_the_stream_does_after_the_answer() {
    String key = newKey();
    String request = requestOfStartThatMeetsTrouble("CreateGrant", key);
    assertThat(requestOf("did not succeed", key)).contains(request);
  }

  @Test
  void so_does_that_of_work_which_other_work_leads_to() {
    String key = newKey();
    String request = requestOfStartThatMeetsTrouble("GenerateDataKey", key);
    assertThat(requestOf("GenerateDataKey", key)).contains(request);
  }

  /** Starts encryption of a stream under that key; KMS does not answer one call of it. */
  private String requestOfStartThatMeetsTrouble(String operation, String key) {
    String stream = activeStream();
    fault(
        "{'service':'kms','operation':'"
            + operation
            + "','on':'"
            + key
            + "','times':1,'unreachable':true}");
    return firehose
        .startDeliveryStreamEncryption(
            r ->
                r.deliveryStreamName(stream)
                    .deliveryStreamEncryptionConfigurationInput(
                        c -> c.keyType("CUSTOMER_MANAGED_CMK").keyARN(key)))
        .responseMetadata()
        .requestId();
  }

  @Test
  void so_does_that_of_a_call_that_has_been_to_several_entities() {
    String stream = newName();
    String request =
        firehose
            .createDeliveryStream(
                r ->
                    r.deliveryStreamName(stream)
                        .httpEndpointDestinationConfiguration(
                            c ->
                                c.endpointConfiguration(e -> e.url("https://example.com"))
                                    .s3Configuration(
                                        s3 ->
                                            s3.bucketARN("arn:aws:s3:::" + BUCKET)
                                                .roleARN("arn:aws:iam::000000000000:role/f"))))
            .responseMetadata()
            .requestId();
    assertThat(requestOf("asks for what Hydrant does not do", stream)).contains(request);
  }

  @Test
  void a_delivery_is_no_requests() {
    String stream = activeStream();
    fault("{'service':'s3','operation':'PutObject','unreachable':true}");
    put(stream, "one");
    assertThat(requestOf("Delivery of stream " + stream, "did not succeed")).isEmpty();
  }
}
