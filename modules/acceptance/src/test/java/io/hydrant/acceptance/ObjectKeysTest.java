package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;

/** A prefix under which nothing could be stored is refused before there are records to store. */
class ObjectKeysTest extends OneNode {
  private static final String LONG = "f/".repeat(500);

  @ParameterizedTest
  @CsvSource({
    "a/../b/, Prefix must not have the path segment '..'.",
    "./a/, Prefix must not have the path segment '.'."
  })
  void a_stream_is_not_created_and_its_name_stays_free(String prefix, String message) {
    String name = newName();
    refused(() -> create(name, prefix), message);
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

  /** The embedded S3 keeps objects as files in folders, where a key has no slash at its start. */
  @Test
  void under_a_prefix_that_begins_with_a_slash_records_are_delivered() {
    String name = newName();
    create(name, "/" + name + "/");
    awaitActive(name);
    assertThat(describe(name).destinations().get(0).extendedS3DestinationDescription().prefix())
        .isEqualTo("/" + name + "/");
    put(name, "a record");
    awaitDelivered(name, "a record");
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
