package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.START_SESSION_AGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLING_FAILED;

import io.hydrant.acceptance.page.Proves;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** Who calls, as STS tells it, and sessions that grow old on the node's clock. */
class StsTest extends OneNode {
  private static final String IDENTITIES =
      """
      {"identities": [
        {"accessKeyId": "AKIAALICE", "secretAccessKey": "alices",
         "principalArn": "arn:aws:iam::000000000000:user/alice",
         "policies": [{"Version": "2012-10-17", "Statement": [
           {"Effect": "Allow", "Action": ["sts:AssumeRole", "kms:DescribeKey"], "Resource": "*"}]}]},
        {"accessKeyId": "AKIABOB", "secretAccessKey": "bobs",
         "principalArn": "arn:aws:iam::000000000000:user/bob"},
        {"accessKeyId": "AKIAWRITER", "secretAccessKey": "writers",
         "principalArn": "arn:aws:iam::000000000000:role/team/writer",
         "policies": [{"Version": "2012-10-17", "Statement": [
           {"Effect": "Allow", "Action": "*", "Resource": "*"}]}]}]}
      """;

  static final AwsCredentials ALICE = AwsBasicCredentials.create("AKIAALICE", "alices");
  private static final AwsCredentials BOB = AwsBasicCredentials.create("AKIABOB", "bobs");
  private static final AwsCredentials ROOT = AwsBasicCredentials.create("test", "secret");
  private static final String WRITER = "arn:aws:iam::000000000000:role/team/writer";

  @TempDir private static Path folder;

  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.auth.identities", identities(folder, IDENTITIES));
  }

  static String identities(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("identities.json"), text).toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private SdkClients as(AwsCredentials credentials) {
    return SdkClients.withoutRetries(endpoint(), credentials);
  }

  private AwsCredentials writer(AwsCredentials caller, int seconds) {
    return session(
        as(caller)
            .sts()
            .assumeRole(r -> r.roleArn(WRITER).roleSessionName("me").durationSeconds(seconds))
            .credentials());
  }

  private static AwsCredentials session(Credentials made) {
    return AwsSessionCredentials.create(
        made.accessKeyId(), made.secretAccessKey(), made.sessionToken());
  }

  @Test
  void every_caller_learns_its_own_identity() {
    GetCallerIdentityResponse root = as(ROOT).sts().getCallerIdentity();
    assertThat(root.arn()).isEqualTo("arn:aws:iam::000000000000:root");
    assertThat(root.userId()).isEqualTo("000000000000");
    AwsCredentials other = AwsBasicCredentials.create("111122223333", "any");
    assertThat(as(other).sts().getCallerIdentity().account()).isEqualTo("111122223333");
    GetCallerIdentityResponse alice = as(ALICE).sts().getCallerIdentity();
    assertThat(alice.arn()).isEqualTo("arn:aws:iam::000000000000:user/alice");
    assertThat(alice.userId()).matches("AIDA[A-Z2-7]{17}");
    GetCallerIdentityResponse writer = as(writer(ALICE, 900)).sts().getCallerIdentity();
    assertThat(writer.arn()).isEqualTo("arn:aws:sts::000000000000:assumed-role/writer/me");
    assertThat(writer.userId()).matches("AROA[A-Z2-7]{17}:me");
  }

  @Test
  @Proves(START_SESSION_AGE)
  void a_session_that_is_more_than_six_hours_old_makes_no_grant() {
    String stream = activeStream();
    String key = newKey();
    AwsCredentials session = writer(ALICE, 43_200);
    advance(Duration.ofHours(6).minusMinutes(1));
    startAs(session, stream, key);
    awaitEncryption(stream, ENABLED);
    String second = newKey();
    advance(Duration.ofMinutes(2));
    startAs(session, stream, second);
    awaitEncryption(stream, ENABLING_FAILED);
    assertThat(encryption(stream).failureDescription().typeAsString())
        .isEqualTo("CREATE_KMS_GRANT_FAILED");
    assertThat(encryption(stream).failureDescription().details())
        .contains("session credentials that are more than 6 hours old");
    assertThat(encryption(stream).keyARN()).isEqualTo(key);
    assertThat(grants(second)).isEmpty();
    assertThat(put(stream, "x").encrypted()).isTrue();
    startAs(writer(ALICE, 900), stream, second);
    awaitEncryption(stream, ENABLED);
    assertThat(encryption(stream).keyARN()).isEqualTo(second);
  }

  private void startAs(AwsCredentials credentials, String stream, String key) {
    as(credentials)
        .firehose()
        .startDeliveryStreamEncryption(
            r ->
                r.deliveryStreamName(stream)
                    .deliveryStreamEncryptionConfigurationInput(
                        c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(key)));
  }

  @Test
  void a_session_outlives_a_restart() throws Exception {
    AwsCredentials session = writer(ROOT, 900);
    restart();
    assertThat(as(session).sts().getCallerIdentity().arn()).endsWith("/me");
  }

  @Test
  void a_session_expires_on_the_nodes_clock() {
    AwsCredentials session = writer(ROOT, 900);
    advance(Duration.ofMinutes(14));
    as(session).kms().listKeys();
    advance(Duration.ofMinutes(1));
    assertThat(code(() -> as(session).sts().getCallerIdentity())).isEqualTo("ExpiredToken");
    assertThatThrownBy(() -> as(session).kms().listKeys())
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("The security token included in the request is expired");
  }

  @Test
  void a_role_is_assumed_by_whom_policies_allow_it_and_sessions_cannot_be_forged() {
    assertThat(code(() -> writer(BOB, 900))).isEqualTo("AccessDenied");
    assertThat(code(() -> writer(ALICE, 899))).isEqualTo("ValidationError");
    assertThat(code(() -> writer(writer(ALICE, 900), 3601))).isEqualTo("ValidationError");
    AwsSessionCredentials session = (AwsSessionCredentials) writer(ALICE, 900);
    String token = session.sessionToken();
    String forged = token.substring(0, 30) + (token.charAt(30) == 'A' ? 'B' : 'A');
    AwsCredentials changed =
        AwsSessionCredentials.create(
            session.accessKeyId(), session.secretAccessKey(), forged + token.substring(31));
    assertThat(code(() -> as(changed).sts().getCallerIdentity())).isEqualTo("InvalidClientTokenId");
  }

  @Test
  void a_user_gets_a_session_of_itself_but_a_session_gets_none() {
    AwsCredentials session = session(as(ALICE).sts().getSessionToken().credentials());
    assertThat(as(session).sts().getCallerIdentity().arn()).endsWith(":user/alice");
    assertThat(code(() -> as(session).sts().getSessionToken())).isEqualTo("AccessDenied");
  }

  @Test
  void kms_asks_the_policies_of_its_caller() {
    String key = newKey();
    assertThat(as(ALICE).kms().describeKey(r -> r.keyId(key)).keyMetadata().arn()).isEqualTo(key);
    assertThatThrownBy(() -> as(ALICE).kms().disableKey(r -> r.keyId(key)))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining(
            "User: arn:aws:iam::000000000000:user/alice is not authorized to perform:"
                + " kms:DisableKey on resource: "
                + key
                + " because no identity-based policy allows the kms:DisableKey action");
    assertThatThrownBy(() -> as(ALICE).kms().listKeys()).hasMessageContaining("kms:ListKeys");
    assertThatThrownBy(() -> as(ALICE).kms().generateRandom(r -> r.numberOfBytes(8)))
        .hasMessageContaining("kms:GenerateRandom");
    assertThatThrownBy(() -> as(ALICE).kms().createKey()).hasMessageContaining("kms:CreateKey");
    as(writer(ALICE, 900)).kms().disableKey(r -> r.keyId(key));
  }

  @Test
  void what_sts_does_not_know_is_refused_by_its_name() {
    StsException refused =
        catchThrowableOfType(
            StsException.class,
            () -> as(ROOT).sts().getFederationToken(r -> r.name("someone").durationSeconds(900)));
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
    assertThatThrownBy(
            () ->
                as(ALICE)
                    .sts()
                    .assumeRole(r -> r.roleArn(WRITER).roleSessionName("me").policy("{}")))
        .hasMessageContaining("Session policies are not supported: Policy");
  }

  private static String code(Runnable call) {
    AwsServiceException refused = catchThrowableOfType(AwsServiceException.class, call::run);
    assertThat(refused).isNotNull();
    return refused.awsErrorDetails().errorCode();
  }
}
