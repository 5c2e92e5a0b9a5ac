package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;

/** A prefix under which nothing could be stored is refused before there are records to store. */
class ObjectKeysTest extends OneNode {
  private static final String LONG = "f/".repeat(500);

  @ParameterizedTest
  @ValueSource(strings = {"/%s/", "%s//a/", "%s/../a/", "./%s/", "in+out/%s/", "ä b/%s/%%41/"})
  void objects_have_the_keys_that_the_prefix_says(String form) {
    String name = newName();
    String prefix = form.formatted(name);
    create(name, prefix);
    awaitActive(name);
    assertThat(describe(name).destinations().get(0).extendedS3DestinationDescription().prefix())
        .isEqualTo(prefix);
    put(name, "a record");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(DeliveredObjects.of(s3, BUCKET, prefix))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("a record"));
  }

  @Test
  void a_key_of_more_than_1024_bytes_is_refused_and_the_streams_name_stays_free() {
    String name = newName();
    refused(() -> create(name, "ä".repeat(511) + "/"), "Prefix leads to object keys of");
    assertThat(firehose.listDeliveryStreams().deliveryStreamNames()).doesNotContain(name);
    create(name, "b/");
  }

  @Test
  void a_prefix_that_is_longer_than_aws_allows_is_refused() {
    refused(() -> create(newName(), LONG), "Length of evaluated prefix cannot be greater than 512");
  }

  @Test
  void an_update_is_refused_and_the_destination_stays() {
    String name = activeStream();
    refused(
        () ->
            firehose.updateDestination(
                r ->
                    r.deliveryStreamName(name)
                        .currentDeliveryStreamVersionId("1")
                        .destinationId("destinationId-000000000001")
                        .extendedS3DestinationUpdate(u -> u.errorOutputPrefix(LONG))),
        "Length of evaluated ErrorOutputPrefix cannot be greater than 512");
    assertThat(describe(name).versionId()).isEqualTo("1");
  }

  private void create(String name, String prefix) {
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(
                    c ->
                        c.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/firehose")
                            .prefix(prefix)
                            .bufferingHints(b -> b.intervalInSeconds(1).sizeInMBs(1))));
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(message);
  }
}
