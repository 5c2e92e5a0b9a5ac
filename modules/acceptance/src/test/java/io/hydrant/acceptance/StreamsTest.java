package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.model.CompressionFormat;
import software.amazon.awssdk.services.firehose.model.ConcurrentModificationException;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationDescription;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;
import software.amazon.awssdk.services.firehose.model.Tag;

class StreamsTest extends OneNode {
  @Test
  void a_stream_is_described_with_the_defaults_of_aws() {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(
                    c ->
                        c.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN("arn:aws:iam::000000000000:role/x")));
    awaitActive(name);
    var stream = describe(name);
    assertThat(stream.versionId()).isEqualTo("1");
    assertThat(stream.hasMoreDestinations()).isFalse();
    assertThat(stream.createTimestamp()).isNotNull();
    assertThat(stream.lastUpdateTimestamp()).isNull();
    assertThat(stream.deliveryStreamEncryptionConfiguration().statusAsString())
        .isEqualTo("DISABLED");
    assertThat(stream.destinations()).hasSize(1);
    ExtendedS3DestinationDescription s3 =
        stream.destinations().get(0).extendedS3DestinationDescription();
    assertThat(s3.bufferingHints().sizeInMBs()).isEqualTo(5);
    assertThat(s3.bufferingHints().intervalInSeconds()).isEqualTo(300);
    assertThat(s3.compressionFormat()).isEqualTo(CompressionFormat.UNCOMPRESSED);
    assertThat(s3.s3BackupModeAsString()).isEqualTo("Disabled");
    assertThat(s3.encryptionConfiguration().noEncryptionConfigAsString()).isEqualTo("NoEncryption");
    assertThat(stream.destinations().get(0).s3DestinationDescription()).isNotNull();
    assertThat(stream.destinations().get(0).destinationId())
        .isEqualTo("destinationId-000000000001");
  }

  @Test
  void a_name_is_taken_until_its_stream_is_deleted() {
    String name = activeStream();
    assertThatThrownBy(() -> create(name, 1))
        .isInstanceOf(ResourceInUseException.class)
        .hasMessageContaining("already exists");
    firehose.deleteDeliveryStream(r -> r.deliveryStreamName(name));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> describe(name))
                    .isInstanceOf(ResourceNotFoundException.class));
    create(name, 1);
    assertThat(put(name, "again").recordId()).isNotBlank();
  }

  @Test
  void what_is_buffered_is_delivered_before_a_stream_is_gone() {
    String name = newName();
    create(name, 900);
    put(name, "last words");
    firehose.deleteDeliveryStream(r -> r.deliveryStreamName(name));
    awaitDelivered(name, "last words");
  }

  @Test
  void streams_are_listed_page_by_page() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String name = "list-" + i + "-" + newName();
      create(name, 1);
      names.add(name);
    }
    var first =
        firehose.listDeliveryStreams(r -> r.exclusiveStartDeliveryStreamName("list-").limit(2));
    assertThat(first.deliveryStreamNames()).isEqualTo(names.subList(0, 2));
    assertThat(first.hasMoreDeliveryStreams()).isTrue();
    var rest =
        firehose.listDeliveryStreams(
            r -> r.exclusiveStartDeliveryStreamName(names.get(1)).limit(1));
    assertThat(rest.deliveryStreamNames()).containsExactly(names.get(2));
  }

  @Test
  void accounts_do_not_see_each_other() {
    String name = activeStream();
    var other = SdkClients.of(endpoint(), "111122223333").firehose();
    assertThatThrownBy(() -> other.describeDeliveryStream(r -> r.deliveryStreamName(name)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("111122223333");
    assertThat(other.listDeliveryStreams().deliveryStreamNames()).isEmpty();
  }

  @Test
  void tags_are_added_changed_removed_and_listed() {
    String name = activeStream();
    firehose.tagDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .tags(
                    Tag.builder().key("team").value("orders").build(),
                    Tag.builder().key("stage").value("test").build()));
    firehose.tagDeliveryStream(
        r -> r.deliveryStreamName(name).tags(Tag.builder().key("team").value("billing").build()));
    firehose.untagDeliveryStream(r -> r.deliveryStreamName(name).tagKeys("stage"));
    var listed = firehose.listTagsForDeliveryStream(r -> r.deliveryStreamName(name));
    assertThat(listed.tags()).containsExactly(Tag.builder().key("team").value("billing").build());
    assertThat(listed.hasMoreTags()).isFalse();
  }

  @Test
  void a_destination_is_updated_by_one_who_knows_its_version() {
    String name = activeStream();
    firehose.updateDestination(
        r ->
            r.deliveryStreamName(name)
                .currentDeliveryStreamVersionId("1")
                .destinationId("destinationId-000000000001")
                .extendedS3DestinationUpdate(u -> u.compressionFormat(CompressionFormat.GZIP)));
    assertThat(describe(name).versionId()).isEqualTo("2");
    assertThat(describe(name).lastUpdateTimestamp()).isNotNull();
    put(name, "packed");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var objects = s3.listObjectsV2(r -> r.bucket(BUCKET).prefix(name + "/")).contents();
              assertThat(objects).hasSize(1);
              assertThat(objects.get(0).key())
                  .matches(name + "/\\d{4}/\\d\\d/\\d\\d/\\d\\d/" + name + "-2-.*\\.gz");
              byte[] bytes =
                  s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(objects.get(0).key()))
                      .asByteArray();
              try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                assertThat(
                        new String(
                            unpacked.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("packed");
              }
            });
    assertThatThrownBy(
            () ->
                firehose.updateDestination(
                    r ->
                        r.deliveryStreamName(name)
                            .currentDeliveryStreamVersionId("1")
                            .destinationId("destinationId-000000000001")
                            .extendedS3DestinationUpdate(u -> u.prefix("x/"))))
        .isInstanceOf(ConcurrentModificationException.class);
  }

  @Test
  void an_update_that_changes_nothing_makes_no_new_version() {
    String name = activeStream();
    firehose.updateDestination(
        r ->
            r.deliveryStreamName(name)
                .currentDeliveryStreamVersionId("1")
                .destinationId("destinationId-000000000001")
                .extendedS3DestinationUpdate(
                    u -> u.bufferingHints(b -> b.intervalInSeconds(1).sizeInMBs(1))));
    assertThat(describe(name).versionId()).isEqualTo("1");
    assertThat(describe(name).lastUpdateTimestamp()).isNull();
  }

  @Test
  void a_batch_keeps_its_order_and_is_limited() {
    String name = activeStream();
    List<Record> records = new ArrayList<>();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      records.add(Record.builder().data(SdkBytes.fromUtf8String(i + ";")).build());
      expected.append(i).append(';');
    }
    var answer = firehose.putRecordBatch(r -> r.deliveryStreamName(name).records(records));
    assertThat(answer.failedPutCount()).isZero();
    assertThat(answer.requestResponses()).hasSize(500);
    assertThat(answer.requestResponses().stream().map(e -> e.recordId()).distinct()).hasSize(500);
    awaitDelivered(name, expected.toString());
    records.add(records.get(0));
    assertThatThrownBy(
            () -> firehose.putRecordBatch(r -> r.deliveryStreamName(name).records(records)))
        .isInstanceOf(FirehoseException.class)
        .hasMessageContaining("Member must have length less than or equal to 500");
  }

  @Test
  void the_size_of_the_buffer_delivers_before_its_interval() {
    String name = newName();
    create(name, 900);
    String large = "x".repeat(1_000_000);
    put(name, large);
    put(name, large);
    await().atMost(PATIENCE).until(() -> delivered(name).startsWith(large));
  }

  @Test
  void a_stream_has_exactly_one_destination() {
    assertThatThrownBy(() -> firehose.createDeliveryStream(r -> r.deliveryStreamName(newName())))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("Exactly one destination configuration is supported for a Firehose");
  }

  @Test
  void a_destination_of_another_kind_is_stored_without_its_secret() throws Exception {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .httpEndpointDestinationConfiguration(
                    h ->
                        h.endpointConfiguration(
                                e ->
                                    e.url("https://example.com")
                                        .name("x")
                                        .accessKey("top-secret-key"))
                            .s3Configuration(
                                c ->
                                    c.bucketARN("arn:aws:s3:::" + BUCKET)
                                        .roleARN("arn:aws:iam::000000000000:role/x"))));
    awaitActive(name);
    var shown = describe(name).destinations().get(0).httpEndpointDestinationDescription();
    assertThat(shown.endpointConfiguration().url()).isEqualTo("https://example.com");
    assertThat(shown.s3DestinationDescription().bucketARN()).isEqualTo("arn:aws:s3:::" + BUCKET);
    assertThat(journalFiles()).doesNotContain("top-secret-key");
  }
}
