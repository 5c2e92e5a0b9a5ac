package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The AWS managed key of S3. */
class ManagedKeyTest extends EncryptedDestinations {
  private PutObjectResponse writeUnderManagedKey(String key) {
    return s3.putObject(
        r -> r.bucket(BUCKET).key(key).serverSideEncryption(ServerSideEncryption.AWS_KMS),
        RequestBody.fromString("under the managed key"));
  }

  @Test
  void without_a_key_the_aws_managed_key_of_s3_is_made_and_used() throws Exception {
    String arn = writeUnderManagedKey("managed").ssekmsKeyId();
    assertThat(writeUnderManagedKey("managed-again").ssekmsKeyId()).isEqualTo(arn);
    write("by-alias", "alias/aws/s3", "by its alias");
    assertThat(head("by-alias").ssekmsKeyId()).isEqualTo(arn);
    assertThat(read("managed")).isEqualTo("under the managed key");
    assertThat(files()).doesNotContain("under the managed key", "by its alias");
    var key = kms.describeKey(r -> r.keyId("alias/aws/s3")).keyMetadata();
    assertThat(key.arn()).isEqualTo(arn);
    assertThat(key.keyManager()).isEqualTo(KeyManagerType.AWS);
    assertThat(key.description()).startsWith("Default key that protects my S3 objects");
    assertThat(kms.listKeys().keys()).extracting(KeyListEntry::keyArn).contains(arn);
    assertThat(kms.listAliases(r -> r.keyId(arn)).aliases())
        .extracting(AliasListEntry::aliasName)
        .containsExactly("alias/aws/s3");
  }

  @Test
  void the_managed_key_serves_its_account_through_s3_alone() {
    String arn = writeUnderManagedKey("restricted").ssekmsKeyId();
    assertThat(kms.getKeyPolicy(r -> r.keyId(arn)).policy())
        .contains(
            "\"kms:ViaService\" : \"s3.us-east-1.amazonaws.com\"",
            "\"kms:CallerAccount\" : \"000000000000\"");
    assertDenied(() -> kms.encrypt(r -> r.keyId(arn).plaintext(SdkBytes.fromUtf8String("direct"))));
    assertDenied(() -> kms.disableKey(r -> r.keyId(arn)));
    assertDenied(() -> kms.scheduleKeyDeletion(r -> r.keyId(arn)));
    assertDenied(() -> permit(arn, ALL));
    SdkClients elsewhere = SdkClients.of(endpoint(), "111122223333");
    elsewhere.s3().createBucket(r -> r.bucket("elsewhere"));
    assertThat(writeRefused("elsewhere", "x", arn, "111122223333"))
        .startsWith("403 ")
        .contains("AccessDenied", "kms:GenerateDataKey");
  }

  @Test
  void the_managed_key_and_its_policy_are_kept_over_a_restart() throws Exception {
    String arn = writeUnderManagedKey("kept").ssekmsKeyId();
    restart();
    assertThat(read("kept")).isEqualTo("under the managed key");
    assertThat(writeUnderManagedKey("kept-again").ssekmsKeyId()).isEqualTo(arn);
    assertDenied(() -> kms.encrypt(r -> r.keyId(arn).plaintext(SdkBytes.fromUtf8String("direct"))));
  }

  private static void assertDenied(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            KmsException.class,
            refused ->
                assertThat(refused.awsErrorDetails().errorCode())
                    .isEqualTo("AccessDeniedException"));
  }
}
