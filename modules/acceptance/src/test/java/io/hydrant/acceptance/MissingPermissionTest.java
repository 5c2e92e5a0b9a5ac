package io.hydrant.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLED;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLING_FAILED;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidKmsResourceException;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.PutRecordResponse;

/**
 * The example of modules/http/README.md: a deployer and a producer each lack a permission, and find
 * out here instead of at AWS.
 */
class MissingPermissionTest extends OneNode {
  private static final String DEPLOYER = "arn:aws:iam::000000000000:user/deployer";
  private static final String PRODUCER = "arn:aws:iam::000000000000:role/producer";

  @TempDir private static Path folder;

  @Override
  Map<String, Object> settings() {
    write("'firehose:Describe*'", "'firehose:PutRecord'");
    return Map.of("hydrant.auth.identities", folder.resolve("identities.json").toString());
  }

  /** The identities, with these actions allowed to the two. */
  private static void write(String deployer, String producer) {
    String file =
        """
        {'identities': [
          {'accessKeyId': 'AKIADEPLOYER', 'secretAccessKey': 'd', 'principalArn': '%s',
           'policies': [{'Version': '2012-10-17', 'Statement': [
             {'Sid': 'Deploy', 'Effect': 'Allow', 'Action': [%s], 'Resource': '*'}]}]},
          {'accessKeyId': 'AKIAPRODUCER', 'secretAccessKey': 'p', 'principalArn': '%s',
           'policies': [{'Version': '2012-10-17', 'Statement': [
             {'Sid': 'Produce', 'Effect': 'Allow', 'Action': [%s], 'Resource': '*'}]}]}]}
        """
            .formatted(DEPLOYER, deployer, PRODUCER, producer)
            .replace('\'', '"');
    try {
      Files.writeString(folder.resolve("identities.json"), file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private FirehoseClient as(String accessKey) {
    return SdkClients.withoutRetries(endpoint(), AwsBasicCredentials.create(accessKey, "any"))
        .firehose();
  }

  private JsonNode explain(String principal, String action, String resource, String via)
      throws Exception {
    String query =
        "principal=%s&action=%s&resource=%s&via=%s"
            .formatted(
                URLEncoder.encode(principal, UTF_8),
                action,
                URLEncoder.encode(resource, UTF_8),
                via);
    return Json.MAPPER.readTree(
        http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/explain?" + query))).body());
  }

  private static String keyPolicy(String actionsThroughFirehose) {
    return """
        {'Version': '2012-10-17', 'Statement': [
          {'Sid': 'Administration', 'Effect': 'Allow',
           'Principal': {'AWS': 'arn:aws:iam::000000000000:root'},
           'Action': ['kms:Put*', 'kms:Describe*'], 'Resource': '*'},
          {'Sid': 'ThroughFirehose', 'Effect': 'Allow',
           'Principal': {'AWS': ['%s', '%s']},
           'Action': [%s], 'Resource': '*',
           'Condition': {'StringEquals': {'kms:ViaService': 'firehose.us-east-1.amazonaws.com'}}}]}
        """
        .formatted(DEPLOYER, PRODUCER, actionsThroughFirehose)
        .replace('\'', '"');
  }

  private void start(FirehoseClient client, String stream, String key) {
    client.startDeliveryStreamEncryption(
        r ->
            r.deliveryStreamName(stream)
                .deliveryStreamEncryptionConfigurationInput(
                    c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK).keyARN(key)));
  }

  private static void create(FirehoseClient client, String stream) {
    client.createDeliveryStream(
        r ->
            r.deliveryStreamName(stream)
                .extendedS3DestinationConfiguration(
                    s3 ->
                        s3.roleARN("arn:aws:iam::000000000000:role/delivery")
                            .bucketARN("arn:aws:s3:::orders")));
  }

  @Test
  void each_missing_permission_is_found_explained_and_mended() throws Exception {
    FirehoseClient deployer = as("AKIADEPLOYER");
    FirehoseClient producer = as("AKIAPRODUCER");
    String stream = newName();

    // Creation: the deployer's own policy lacks the action.
    FirehoseException denied =
        catchThrowableOfType(FirehoseException.class, () -> create(deployer, stream));
    assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
    assertThat(denied.awsErrorDetails().errorMessage())
        .isEqualTo(
            "User: %s is not authorized to perform: firehose:CreateDeliveryStream on resource: arn:aws:firehose:us-east-1:000000000000:deliverystream/%s because no identity-based policy allows the firehose:CreateDeliveryStream action"
                .formatted(DEPLOYER, stream));
    assertThat(explain(DEPLOYER, "firehose:CreateDeliveryStream", stream, "").path("why").asText())
        .isEqualTo("no identity-based policy allows the firehose:CreateDeliveryStream action");
    write("'firehose:*'", "'firehose:PutRecord'");
    await().ignoreExceptions().untilAsserted(() -> create(deployer, stream));
    await()
        .until(
            () ->
                deployer
                        .describeDeliveryStream(r -> r.deliveryStreamName(stream))
                        .deliveryStreamDescription()
                        .deliveryStreamStatus()
                    == DeliveryStreamStatus.ACTIVE);

    // Start: the key's statement for Firehose lacks kms:CreateGrant.
    String key = kms.createKey(r -> r.policy(keyPolicy("'kms:DescribeKey'"))).keyMetadata().arn();
    start(deployer, stream, key);
    awaitEncryption(stream, ENABLING_FAILED);
    assertThat(encryption(stream).failureDescription().typeAsString())
        .isEqualTo("KMS_ACCESS_DENIED");
    assertThat(encryption(stream).failureDescription().details())
        .contains(DEPLOYER, "kms:CreateGrant", "no resource-based policy allows");
    JsonNode grant = explain(DEPLOYER, "kms:CreateGrant", key, stream);
    assertThat(grant.path("allowed").asBoolean()).isFalse();
    assertThat(grant.path("why").asText())
        .isEqualTo("no resource-based policy allows the kms:CreateGrant action");
    kms.putKeyPolicy(r -> r.keyId(key).policy(keyPolicy("'kms:DescribeKey','kms:CreateGrant'")));
    assertThat(explain(DEPLOYER, "kms:CreateGrant", key, stream).path("statements").get(0))
        .hasToString("{\"policy\":\"the key policy\",\"number\":2,\"sid\":\"ThroughFirehose\"}");
    assertThat(explain(DEPLOYER, "kms:CreateGrant", key, "").path("allowed").asBoolean())
        .as("not past Firehose")
        .isFalse();
    start(deployer, stream, key);
    awaitEncryption(stream, ENABLED);

    // Put: since April 2026 the producer needs the key, too.
    InvalidKmsResourceException refused =
        catchThrowableOfType(InvalidKmsResourceException.class, () -> put(producer, stream));
    assertThat(refused.getMessage())
        .contains("the caller might not have sufficient permissions", PRODUCER)
        .contains("kms:GenerateDataKey");
    JsonNode why = explain(PRODUCER, "firehose:PutRecord", stream, "");
    assertThat(why.path("allowed").asBoolean()).isFalse();
    assertThat(why.path("statements").get(0).path("sid").asText()).isEqualTo("Produce");
    assertThat(why.path("alsoNeeded").get(0).path("allowed").asBoolean()).isFalse();
    assertThat(why.path("alsoNeeded").get(1).path("action").asText()).isEqualTo("kms:Decrypt");
    kms.putKeyPolicy(
        r ->
            r.keyId(key)
                .policy(
                    keyPolicy(
                        "'kms:DescribeKey','kms:CreateGrant','kms:GenerateDataKey','kms:Decrypt'")));
    assertThat(put(producer, stream).encrypted()).isTrue();
    assertThat(explain(PRODUCER, "firehose:PutRecord", stream, "").path("allowed").asBoolean())
        .isTrue();

    // And what was granted is missed within a second once it is taken away.
    kms.putKeyPolicy(
        r -> r.keyId(key).policy(keyPolicy("'kms:DescribeKey','kms:GenerateDataKey'")));
    advance(Duration.ofSeconds(1));
    assertThat(catchThrowableOfType(InvalidKmsResourceException.class, () -> put(producer, stream)))
        .hasMessageContaining("kms:Decrypt");
  }

  private static PutRecordResponse put(FirehoseClient client, String stream) {
    return client.putRecord(
        r -> r.deliveryStreamName(stream).record(x -> x.data(SdkBytes.fromUtf8String("one"))));
  }
}
