package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.Processor;
import software.amazon.awssdk.services.firehose.model.ProcessorType;
import software.amazon.awssdk.services.firehose.model.S3BackupMode;
import software.amazon.awssdk.services.firehose.model.ServiceUnavailableException;

/** Records wait in a bounded buffer while S3 is away, before and after they are processed. */
class FullBufferTest extends OneNode {
  private static final int RECORD_CHARS = 20_000;
  private static final int RECORDS_MAX = 100;

  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.buffer.bytes-max", "300KiB");
  }

  private String stream(boolean backedUp) {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(
                    s3 -> {
                      s3.bucketARN("arn:aws:s3:::" + BUCKET)
                          .roleARN("arn:aws:iam::000000000000:role/firehose")
                          .prefix(name + "/")
                          .bufferingHints(b -> b.intervalInSeconds(0).sizeInMBs(1))
                          .processingConfiguration(p -> p.enabled(true).processors(delimiter()));
                      if (backedUp) {
                        s3.s3BackupMode(S3BackupMode.ENABLED)
                            .s3BackupConfiguration(
                                b ->
                                    b.bucketARN("arn:aws:s3:::" + BUCKET)
                                        .roleARN("arn:aws:iam::000000000000:role/firehose")
                                        .prefix("backup-" + name + "/"));
                      }
                    }));
    awaitActive(name);
    return name;
  }

  private static Processor delimiter() {
    return Processor.builder().type(ProcessorType.APPEND_DELIMITER_TO_RECORD).build();
  }

  private static String record(int number) {
    return "record-" + number + "-" + "x".repeat(RECORD_CHARS);
  }

  /** Puts until a put is refused, and returns the accepted records. */
  private List<String> fill(String stream) {
    FirehoseClient once = SdkClients.withoutRetries(endpoint()).firehose();
    List<String> accepted = new ArrayList<>();
    while (accepted.size() < RECORDS_MAX) {
      String record = record(accepted.size());
      FirehoseException refused =
          catchThrowableOfType(
              FirehoseException.class,
              () ->
                  once.putRecord(
                      r ->
                          r.deliveryStreamName(stream)
                              .record(b -> b.data(SdkBytes.fromUtf8String(record)))));
      if (refused != null) {
        assertThat(refused).isInstanceOf(ServiceUnavailableException.class);
        assertThat(refused.statusCode()).isEqualTo(503);
        return accepted;
      }
      accepted.add(record);
    }
    return accepted;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void puts_are_refused_while_the_buffer_is_full_and_accepted_again_after_a_delivery(
      boolean backedUp) throws Exception {
    String stream = stream(backedUp);
    fault("{'service':'s3','operation':'PutObject','by':'firehose','unreachable':true}");
    List<String> accepted = new ArrayList<>(fill(stream));
    assertThat(accepted).hasSizeBetween(2, 15);
    assertThat(delivered(stream)).isEmpty();
    http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/faults")).DELETE());
    admin("/_hydrant/flush", "");
    await().atMost(PATIENCE).until(() -> records(stream).size() == accepted.size());
    accepted.add("last");
    put(stream, "last");
    admin("/_hydrant/flush", "");
    await().atMost(PATIENCE).until(() -> records(stream).size() == accepted.size());
    assertThat(records(stream)).containsExactlyInAnyOrderElementsOf(accepted);
    if (backedUp) {
      assertThat(delivered("backup-" + stream))
          .contains(accepted)
          .hasSameSizeAs(String.join("", accepted));
    }
  }

  /** The records in all objects of a stream; each object is read by itself. */
  private List<String> records(String stream) {
    return s3.listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix(stream + "/")).contents().stream()
        .map(object -> s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(object.key())))
        .flatMap(bytes -> bytes.asUtf8String().lines())
        .toList();
  }
}
