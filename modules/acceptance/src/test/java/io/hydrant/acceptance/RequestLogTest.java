package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;

/** A line of the log tells the request that caused it. Messages cross as bytes here. */
class RequestLogTest extends OneNode {
  /** Keeps what is logged, by threads of all kinds. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final List<ILoggingEvent> kept = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent line) {
      line.prepareForDeferredProcessing();
      kept.add(line);
    }
  }

  private final Lines lines = new Lines();
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.hydrant");

  @BeforeAll
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterAll
  void listenNoMore() {
    logger.detachAppender(lines);
  }

  /** What the first line tells that has both texts; empty for no request. */
  private Optional<String> requestOf(String one, String other) {
    await().atMost(PATIENCE).until(() -> line(one, other).isPresent());
    Map<String, String> told = line(one, other).orElseThrow().getMDCPropertyMap();
    assertThat(told).doesNotContainKey("traceId");
    return Optional.ofNullable(told.get("requestId"));
  }

  private Optional<ILoggingEvent> line(String one, String other) {
    return lines.kept.stream()
        .filter(line -> line.getFormattedMessage().contains(one))
        .filter(line -> line.getFormattedMessage().contains(other))
        .findFirst();
  }

  @Test
  void so_does_that_of_work_which_the_stream_does_after_the_answer() {
    String stream = activeStream();
    String key = newKey();
    fault(
        "{'service':'kms','operation':'CreateGrant','on':'"
            + key
            + "','times':1,'unreachable':true}");
    String request =
        firehose
            .startDeliveryStreamEncryption(
                r ->
                    r.deliveryStreamName(stream)
                        .deliveryStreamEncryptionConfigurationInput(
                            c -> c.keyType("CUSTOMER_MANAGED_CMK").keyARN(key)))
            .responseMetadata()
            .requestId();
    assertThat(requestOf("did not succeed", key)).contains(request);
  }

  @Test
  void so_does_that_of_work_which_other_work_leads_to() {
    String stream = activeStream();
    String key = newKey();
    fault(
        "{'service':'kms','operation':'GenerateDataKey','on':'"
            + key
            + "','times':1,'unreachable':true}");
    String request =
        firehose
            .startDeliveryStreamEncryption(
                r ->
                    r.deliveryStreamName(stream)
                        .deliveryStreamEncryptionConfigurationInput(
                            c -> c.keyType("CUSTOMER_MANAGED_CMK").keyARN(key)))
            .responseMetadata()
            .requestId();
    assertThat(requestOf("GenerateDataKey", key)).contains(request);
  }

  @Test
  void so_does_that_of_a_put_whose_permission_cannot_be_asked_for() {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    fault(
        "{'service':'kms','operation':'CallerPermissions','on':'" + key + "','unreachable':true}");
    PutRecordResponse put = put(stream, "one");
    assertThat(requestOf("could not be asked", stream))
        .contains(put.responseMetadata().requestId());
  }

  @Test
  void a_delivery_is_no_requests() {
    String stream = activeStream();
    fault("{'service':'s3','operation':'PutObject','on':'" + stream + "','unreachable':true}");
    put(stream, "one");
    assertThat(requestOf("Delivery of stream " + stream, "did not succeed")).isEmpty();
  }
}
