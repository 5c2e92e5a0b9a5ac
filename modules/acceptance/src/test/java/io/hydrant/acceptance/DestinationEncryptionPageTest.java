package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.DESTINATION_BUCKET_DECIDES_WITHOUT_A_KEY;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_IS_DESCRIBED;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_KEY_ENCRYPTS_OBJECTS;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_KEY_IS_REPLACED_BY_AN_UPDATE;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_NAMES_ONE_ENCRYPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hydrant.acceptance.page.Proves;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.firehose.model.EncryptionConfiguration;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.NoEncryptionConfig;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** EncryptionConfiguration of an S3 destination. */
class DestinationEncryptionPageTest extends EncryptedDestinations {
  @Test
  @Proves(DESTINATION_KEY_ENCRYPTS_OBJECTS)
  void objects_are_encrypted_under_the_key_and_arrive_as_they_were_put() throws Exception {
    String key = newKey();
    String stream = streamWith(under(key));
    put(stream, "plain words of " + stream);
    awaitDelivered(stream, "plain words of " + stream);
    assertUnder(stream, key);
    assertThat(files()).doesNotContain("plain words of " + stream);
    assertThat(log.lines()).noneMatch(line -> line.contains("/" + stream + " asks for"));
  }

  @Test
  @Proves(DESTINATION_KEY_ENCRYPTS_OBJECTS)
  void the_key_can_be_named_by_an_alias_also_by_that_of_the_managed_key() {
    String key = newKey();
    kms.createAlias(r -> r.aliasName("alias/objects").targetKeyId(key));
    String aliases = "arn:aws:kms:us-east-1:000000000000:alias/";
    String own = streamWith(under(aliases + "objects"));
    String managed = streamWith(under(aliases + "aws/s3"));
    put(own, "by an alias");
    put(managed, "by S3's alias");
    awaitDelivered(own, "by an alias");
    awaitDelivered(managed, "by S3's alias");
    assertUnder(own, key);
    assertUnder(managed, kms.describeKey(r -> r.keyId("alias/aws/s3")).keyMetadata().arn());
  }

  @Test
  @Proves(DESTINATION_KEY_ENCRYPTS_OBJECTS)
  void a_stream_can_be_encrypted_under_one_key_and_its_objects_under_another() {
    String buffered = newKey();
    String delivered = newKey();
    String stream = streamWith(under(delivered));
    encrypt(stream, buffered);
    assertThat(put(stream, "twice").encrypted()).isTrue();
    awaitDelivered(stream, "twice");
    assertUnder(stream, delivered);
  }

  @Test
  @Proves(DESTINATION_KEY_ENCRYPTS_OBJECTS)
  @SuppressWarnings("deprecation") // AWS replaced the destination, and streams still have it.
  void the_old_s3_destination_does_the_same() {
    String key = newKey();
    String stream = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(stream)
                .s3DestinationConfiguration(
                    s3 ->
                        s3.bucketARN("arn:aws:s3:::" + BUCKET)
                            .roleARN(ROLE)
                            .prefix(stream + "/")
                            .encryptionConfiguration(under(key))
                            .bufferingHints(b -> b.intervalInSeconds(1).sizeInMBs(1))));
    awaitActive(stream);
    put(stream, "old");
    awaitDelivered(stream, "old");
    assertUnder(stream, key);
  }

  @Test
  @Proves(DESTINATION_BUCKET_DECIDES_WITHOUT_A_KEY)
  void without_encryption_the_default_of_the_bucket_applies() throws Exception {
    String stream = streamWith(none());
    put(stream, "under sse-s3");
    awaitDelivered(stream, "under sse-s3");
    assertThat(objectsOf(stream))
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(head(key).serverSideEncryption())
                    .isEqualTo(ServerSideEncryption.AES256));
    assertThat(files()).contains("under sse-s3");
  }

  @Test
  @Proves(DESTINATION_BUCKET_DECIDES_WITHOUT_A_KEY)
  void the_key_of_the_buckets_default_is_used_by_the_role_too() {
    String key = newKey();
    permit(key, ALL, statement("Deny", ROLE, "'kms:GenerateDataKey'"));
    s3.createBucket(r -> r.bucket("kept"));
    s3.putBucketEncryption(
        r -> r.bucket("kept").serverSideEncryptionConfiguration(c -> c.rules(byDefault(key))));
    String stream = streamWith(none(), "kept");
    put(stream, "by default");
    awaitWarning(stream, "AccessDenied");
    permit(key, ALL);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(DeliveredObjects.of(s3, "kept", stream + "/"))
                    .asString()
                    .isEqualTo("by default"));
  }

  private static ServerSideEncryptionRule byDefault(String key) {
    return ServerSideEncryptionRule.builder()
        .applyServerSideEncryptionByDefault(
            by -> by.sseAlgorithm(ServerSideEncryption.AWS_KMS).kmsMasterKeyID(key))
        .build();
  }

  @Test
  @Proves(DESTINATION_KEY_IS_REPLACED_BY_AN_UPDATE)
  void an_update_changes_the_encryption_of_what_is_delivered_after_it() {
    String first = newKey();
    String stream = streamWith(under(first));
    put(stream, "a");
    awaitDelivered(stream, "a");
    assertUnder(stream, first);
    String second = newKey();
    update(stream, under(second));
    put(stream, "b");
    awaitDelivered(stream, "ab");
    update(stream, none());
    put(stream, "c");
    awaitDelivered(stream, "abc");
    Function<String, String> keyOf = object -> String.valueOf(head(object).ssekmsKeyId());
    assertThat(objectsOf(stream)).extracting(keyOf).containsExactly(first, second, "null");
  }

  @Test
  @Proves(DESTINATION_NAMES_ONE_ENCRYPTION)
  void exactly_one_encryption_is_named_and_its_key_is_in_the_streams_region() {
    EncryptionConfiguration both =
        under(newKey()).toBuilder().noEncryptionConfig(NoEncryptionConfig.NO_ENCRYPTION).build();
    assertThatThrownBy(() -> streamWith(both)).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> streamWith(under(newKey().replace("us-east-1", "eu-west-1"))))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  @Proves(DESTINATION_IS_DESCRIBED)
  void the_description_shows_the_encryption_that_was_given() {
    String key = newKey();
    assertThat(described(streamWith(under(key)))).isEqualTo(under(key));
    assertThat(described(activeStream())).isEqualTo(none());
  }

  private EncryptionConfiguration described(String stream) {
    return describe(stream)
        .destinations()
        .get(0)
        .extendedS3DestinationDescription()
        .encryptionConfiguration();
  }
}
