package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Objects under SSE-KMS, through the AWS SDK. */
class ObjectEncryptionTest extends EncryptedDestinations {
  @Test
  void the_encryption_context_is_the_objects_arn() {
    String key = newKey();
    permit(key, context("arn:aws:s3:::bucket/of/an/object"));
    write("of/an/object", key, "in its context");
    assertThat(read("of/an/object")).isEqualTo("in its context");
    assertThat(writeRefused("of/another", key))
        .startsWith("403 ")
        .contains("<Code>AccessDenied</Code>", "kms:GenerateDataKey");
  }

  @Test
  void with_a_bucket_key_the_encryption_context_is_the_buckets_arn() {
    String key = newKey();
    permit(key, context("arn:aws:s3:::bucket"));
    PutObjectResponse put =
        s3.putObject(
            r ->
                r.bucket(BUCKET)
                    .key("with/a/bucket/key")
                    .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                    .ssekmsKeyId(key)
                    .bucketKeyEnabled(true),
            RequestBody.fromString("in the bucket's context"));
    assertThat(put.bucketKeyEnabled()).isTrue();
    assertThat(head("with/a/bucket/key").bucketKeyEnabled()).isTrue();
    assertThat(read("with/a/bucket/key")).isEqualTo("in the bucket's context");
  }

  private static String context(String arn) {
    return statement("Allow", ROOT, "['kms:GenerateDataKey','kms:Decrypt']")
        .replace(
            "'Resource'",
            "'Condition':{'StringEquals':{'kms:EncryptionContext:aws:s3:arn':'%s'}},'Resource'"
                .formatted(arn));
  }

  private static Arguments state(Consumer<Broken> broken, int status, String code, String words) {
    return Arguments.of(broken, status, code, words);
  }

  /** A key, and the test that breaks it. */
  record Broken(ObjectEncryptionTest test, String key) {}

  static Stream<Arguments> unusable() {
    return Stream.of(
        state(
            it -> it.test().kms.disableKey(r -> r.keyId(it.key())),
            400,
            "KMS.DisabledException",
            " is disabled."),
        state(
            it -> it.test().kms.scheduleKeyDeletion(r -> r.keyId(it.key())),
            400,
            "KMS.KMSInvalidStateException",
            " is pending deletion."),
        state(
            it -> {
              it.test().kms.scheduleKeyDeletion(r -> r.keyId(it.key()).pendingWindowInDays(7));
              it.test().advance(Duration.ofDays(8));
            },
            400,
            "KMS.NotFoundException",
            "does not exist"),
        state(
            it ->
                it.test()
                    .permit(
                        it.key(),
                        ALL,
                        statement("Deny", ROOT, "['kms:Decrypt','kms:GenerateDataKey']")),
            403,
            "AccessDenied",
            "is not authorized to perform: kms:"));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void an_unusable_key_gives_kms_own_error_to_readers_and_writers(
      Consumer<Broken> broken, int status, String code, String words) {
    String key = newKey();
    String object = newName();
    write(object, key, "for a while");
    broken.accept(new Broken(this, key));
    assertRefused(refusedRead(object), status, code, words);
    assertThat(writeRefused("new-" + object, key))
        .startsWith(status + " ")
        .contains("<Code>" + code + "</Code>", words);
    assertRefused(
        catchThrowableOfType(
            S3Exception.class,
            () ->
                s3.copyObject(
                    r ->
                        r.sourceBucket(BUCKET)
                            .sourceKey(object)
                            .destinationBucket(BUCKET)
                            .destinationKey("copy-" + object))),
        status,
        code,
        words);
    assertThat(head(object).ssekmsKeyId()).isEqualTo(key);
    assertThat(
            catchThrowableOfType(
                    S3Exception.class,
                    () ->
                        s3.headObject(
                            r -> r.bucket(BUCKET).key(object).checksumMode(ChecksumMode.ENABLED)))
                .statusCode())
        .isEqualTo(status);
  }

  @Test
  void a_key_that_cannot_encrypt_or_does_not_exist_stores_nothing() {
    CreateKeyRequest signing =
        CreateKeyRequest.builder()
            .keySpec(KeySpec.ECC_NIST_P256)
            .keyUsage(KeyUsageType.SIGN_VERIFY)
            .build();
    String cannot = kms.createKey(signing).keyMetadata().arn();
    assertThat(writeRefused("nothing", cannot))
        .startsWith("400 ")
        .contains("<Code>KMS.InvalidKeyUsageException</Code>", "SIGN_VERIFY");
    assertThat(writeRefused("nothing", "alias/none"))
        .startsWith("400 ")
        .contains("<Code>KMS.NotFoundException</Code>", "alias/none");
    assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("nothing")).contents()).isEmpty();
  }

  @Test
  void trouble_within_kms_is_a_503_that_clients_try_again() {
    String key = newKey();
    fault(
        "{'service':'kms','operation':'GenerateDataKey','on':'%s','times':1,'error':{'code':'KMSInternalException','message':'x'}}"
            .formatted(key));
    assertThat(writeRefused("after-trouble", key))
        .startsWith("503 ")
        .contains("<Code>ServiceUnavailable</Code>", "KMSInternalException");
    write("after-trouble", key, "again");
    assertThat(read("after-trouble")).isEqualTo("again");
  }
}
