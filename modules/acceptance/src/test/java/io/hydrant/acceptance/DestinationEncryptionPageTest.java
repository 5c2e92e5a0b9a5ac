package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.DESTINATION_BUCKET_DECIDES_WITHOUT_A_KEY;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_IS_DESCRIBED;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_KEY_ENCRYPTS_OBJECTS;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_KEY_IS_REPLACED_BY_AN_UPDATE;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_NAMES_ONE_ENCRYPTION;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_READERS_NEED_DECRYPT;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_RECORDS_WAIT_FOR_THE_KEY;
import static io.hydrant.acceptance.page.Sentence.DESTINATION_ROLE_USES_THE_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hydrant.acceptance.page.Proves;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.firehose.model.EncryptionConfiguration;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.NoEncryptionConfig;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** EncryptionConfiguration of an S3 destination. */
class DestinationEncryptionPageTest extends EncryptedDestinations {
  private static final String ROOT = "arn:aws:iam::000000000000:root";
  private static final String ALL = statement("Allow", ROOT, "'kms:*'");

  private final LogLines log = new LogLines();

  @BeforeAll
  void listen() {
    log.keep();
  }

  @AfterAll
  void stopListening() {
    log.stopKeeping();
  }

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
        r ->
            r.bucket("kept")
                .serverSideEncryptionConfiguration(
                    c -> c.rules(byDefault(key))));
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

  private void awaitWarning(String stream, String words) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                log.lines().stream()
                    .anyMatch(
                        line ->
                            line.contains("Delivery of stream " + stream + " ")
                                && line.contains(words)));
  }

  private static Arguments state(String words, Consumer<KmsKey> broken, Consumer<KmsKey> mended) {
    return Arguments.of(words, broken, mended);
  }

  /** A key, and the test's way to change it. */
  record KmsKey(DestinationEncryptionPageTest test, KmsClient kms, String arn) {}

  static Stream<Arguments> unusable() {
    return Stream.of(
        state(
            "KMS.DisabledException",
            key -> key.kms().disableKey(r -> r.keyId(key.arn())),
            key -> key.kms().enableKey(r -> r.keyId(key.arn()))),
        state(
            "KMS.KMSInvalidStateException",
            key -> key.kms().scheduleKeyDeletion(r -> r.keyId(key.arn())),
            key -> {
              key.kms().cancelKeyDeletion(r -> r.keyId(key.arn()));
              key.kms().enableKey(r -> r.keyId(key.arn()));
            }),
        state(
            "assumed-role/firehose/AWSFirehoseToS3 is not authorized to perform:"
                + " kms:GenerateDataKey",
            key ->
                key.test().permit(key.arn(), ALL, statement("Deny", ROLE, "'kms:GenerateDataKey'")),
            key -> key.test().permit(key.arn(), ALL)));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  @Proves(DESTINATION_RECORDS_WAIT_FOR_THE_KEY)
  void with_an_unusable_key_records_wait_and_then_arrive_once(
      String words, Consumer<KmsKey> broken, Consumer<KmsKey> mended) throws Exception {
    KmsKey key = new KmsKey(this, kms, newKey());
    String stream = streamWith(under(key.arn()));
    broken.accept(key);
    put(stream, "one,");
    awaitWarning(stream, words);
    put(stream, "two,");
    assertThat(objectsOf(stream)).isEmpty();
    assertThat(files()).doesNotContain("one,");
    mended.accept(key);
    awaitDelivered(stream, "one,two,");
    assertUnder(stream, key.arn());
  }

  @Test
  @Proves({DESTINATION_RECORDS_WAIT_FOR_THE_KEY, DESTINATION_KEY_IS_REPLACED_BY_AN_UPDATE})
  void with_a_missing_key_records_wait_until_an_update_names_another() {
    String stream = streamWith(under(newKey().replaceFirst("[^/]{12}$", "000000000000")));
    put(stream, "saved");
    awaitWarning(stream, "KMS.NotFoundException");
    String other = newKey();
    update(stream, under(other));
    awaitDelivered(stream, "saved");
    assertUnder(stream, other);
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
  @Proves(DESTINATION_ROLE_USES_THE_KEY)
  void the_role_may_use_the_key_by_the_key_policy_through_s3_alone() {
    String key = newKey();
    String through =
        statement("Allow", ROLE, "'kms:GenerateDataKey'")
            .replace(
                "'Resource'",
                "'Condition':{'StringEquals':{'kms:ViaService':'s3.us-east-1.amazonaws.com'},'StringLike':{'kms:EncryptionContext:aws:s3:arn':'arn:aws:s3:::bucket/stream-*'}},'Resource'");
    permit(key, through, statement("Allow", ROOT, "['kms:Decrypt','kms:PutKeyPolicy']"));
    String stream = streamWith(under(key));
    put(stream, "by policy");
    awaitDelivered(stream, "by policy");
  }

  @Test
  @Proves(DESTINATION_ROLE_USES_THE_KEY)
  void the_role_may_use_the_key_by_a_grant() {
    String key = newKey();
    permit(key, statement("Allow", ROOT, "['kms:Decrypt','kms:PutKeyPolicy','kms:CreateGrant']"));
    String stream = streamWith(under(key));
    put(stream, "by grant");
    awaitWarning(stream, "is not authorized to perform: kms:GenerateDataKey on resource: " + key);
    kms.createGrant(
        r -> r.keyId(key).granteePrincipal(ROLE).operationsWithStrings("GenerateDataKey"));
    awaitDelivered(stream, "by grant");
  }

  @Test
  @Proves(DESTINATION_READERS_NEED_DECRYPT)
  void a_reader_needs_decrypt_on_a_key_that_can_be_used() {
    String key = newKey();
    String stream = streamWith(under(key));
    put(stream, "for readers");
    awaitDelivered(stream, "for readers");
    String object = objectsOf(stream).get(0);
    permit(key, ALL, statement("Deny", ROOT, "'kms:Decrypt'"));
    assertRefused(
        refusedRead(object), 403, "AccessDenied", ROOT, "perform: kms:Decrypt on resource: " + key);
    permit(key, ALL);
    kms.disableKey(r -> r.keyId(key));
    assertRefused(refusedRead(object), 400, "KMS.DisabledException", key + " is disabled.");
    kms.enableKey(r -> r.keyId(key));
    assertThat(read(object)).isEqualTo("for readers");
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
