package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Signatures of ordinary clients, verified; only those who are written down may call. */
class SignaturesTest extends OneNode {
  private static final AwsCredentials ALICE = AwsBasicCredentials.create("AKIAALICE", "alices");
  private static final AwsCredentials WRONG = AwsBasicCredentials.create("AKIAALICE", "bobs");
  private static final AwsCredentials UNKNOWN = AwsBasicCredentials.create("AKIANOBODY", "x");
  private static final String IDENTITIES =
      """
      {"identities": [
        {"accessKeyId": "test", "secretAccessKey": "secret",
         "principalArn": "arn:aws:iam::000000000000:root"},
        {"accessKeyId": "AKIAALICE", "secretAccessKey": "alices",
         "principalArn": "arn:aws:iam::000000000000:user/alice",
         "policies": [{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}]},
        {"accessKeyId": "AKIAWRITER", "secretAccessKey": "writers",
         "principalArn": "arn:aws:iam::000000000000:role/writer",
         "policies": [{"Statement": {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}}]}]}
      """;

  @TempDir private static Path folder;

  @Override
  Map<String, Object> settings() {
    return Map.of(
        "hydrant.auth.identities",
        StsTest.identities(folder, IDENTITIES),
        "hydrant.auth.unknown-keys",
        "reject",
        "hydrant.auth.signatures",
        "on");
  }

  private SdkClients as(AwsCredentials credentials) {
    return SdkClients.withoutRetries(endpoint(), credentials);
  }

  @Test
  void the_clients_of_an_identity_sign_as_aws_wants_it() {
    SdkClients alice = as(ALICE);
    String key = alice.kms().createKey().keyMetadata().arn();
    NodeStreams.createStream(alice, "of-alice");
    assertThat(alice.firehose().listDeliveryStreams().deliveryStreamNames())
        .containsExactly("of-alice");
    assertThat(alice.sts().getCallerIdentity().arn()).endsWith(":user/alice");
    Credentials made =
        alice
            .sts()
            .assumeRole(
                r -> r.roleArn("arn:aws:iam::000000000000:role/writer").roleSessionName("a=b,c"))
            .credentials();
    SdkClients writer =
        as(
            AwsSessionCredentials.create(
                made.accessKeyId(), made.secretAccessKey(), made.sessionToken()));
    assertThat(writer.kms().describeKey(r -> r.keyId(key)).keyMetadata().arn()).isEqualTo(key);
    SdkClients guessed =
        as(AwsSessionCredentials.create(made.accessKeyId(), "guessed", made.sessionToken()));
    assertThatThrownBy(() -> guessed.kms().listKeys()).hasMessageContaining("does not match");
  }

  @Test
  void a_wrong_secret_is_refused_by_every_service() {
    String message =
        "The request signature we calculated does not match the signature you provided";
    assertThatThrownBy(() -> as(WRONG).kms().listKeys())
        .isInstanceOf(KmsException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> as(WRONG).firehose().listDeliveryStreams())
        .isInstanceOf(FirehoseException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> as(WRONG).sts().getCallerIdentity())
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(403);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
            });
  }

  @Test
  void an_access_key_that_belongs_to_no_identity_is_refused() {
    assertThatThrownBy(() -> as(UNKNOWN).kms().listKeys())
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("The security token included in the request is invalid.");
    assertThatThrownBy(() -> as(UNKNOWN).sts().getCallerIdentity())
        .isInstanceOf(AwsServiceException.class)
        .hasMessageContaining("The security token included in the request is invalid.");
  }

  @Test
  void an_old_signature_is_refused_with_the_dates_of_both_clocks() throws Exception {
    HttpRequest.Builder old =
        HttpRequest.newBuilder(endpoint())
            .header("X-Amz-Target", "TrentService.ListKeys")
            .header("X-Amz-Date", "20150830T123600Z")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAALICE/20150830/us-east-1/kms/aws4_request,"
                    + " SignedHeaders=host;x-amz-date;x-amz-target, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(http(old).body())
        .contains(
            "InvalidSignatureException", "Signature expired: 20150830T123600Z is now earlier");
  }
}
