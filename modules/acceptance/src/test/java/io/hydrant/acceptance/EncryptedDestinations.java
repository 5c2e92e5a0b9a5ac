package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.firehose.model.EncryptionConfiguration;
import software.amazon.awssdk.services.firehose.model.NoEncryptionConfig;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Tests of streams whose objects are encrypted, with the folder of the embedded S3 in view. */
abstract class EncryptedDestinations extends OneNode {
  static final String ROLE = "arn:aws:iam::000000000000:role/firehose";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  static final String ROOT = "arn:aws:iam::000000000000:root";
  static final String ALL = statement("Allow", ROOT, "'kms:*'");

  @TempDir private static Path objects;

  final LogLines log = new LogLines();

  @BeforeAll
  void listenToTheLog() {
    log.keep();
  }

  @AfterAll
  void stopListeningToTheLog() {
    log.stopKeeping();
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.s3.folder", objects.toString());
  }

  static EncryptionConfiguration under(String keyArn) {
    return EncryptionConfiguration.builder()
        .kmsEncryptionConfig(key -> key.awskmsKeyARN(keyArn))
        .build();
  }

  static EncryptionConfiguration none() {
    return EncryptionConfiguration.builder()
        .noEncryptionConfig(NoEncryptionConfig.NO_ENCRYPTION)
        .build();
  }

  /** Creates a stream whose objects are encrypted so. */
  String streamWith(EncryptionConfiguration encryption) {
    return streamWith(encryption, BUCKET);
  }

  String streamWith(EncryptionConfiguration encryption, String bucket) {
    String name = newName();
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(
                    s3 ->
                        s3.bucketARN("arn:aws:s3:::" + bucket)
                            .roleARN(ROLE)
                            .prefix(name + "/")
                            .encryptionConfiguration(encryption)
                            .bufferingHints(hints -> hints.intervalInSeconds(1).sizeInMBs(1))));
    awaitActive(name);
    return name;
  }

  void update(String stream, EncryptionConfiguration encryption) {
    firehose.updateDestination(
        r ->
            r.deliveryStreamName(stream)
                .currentDeliveryStreamVersionId(describe(stream).versionId())
                .destinationId("destinationId-000000000001")
                .extendedS3DestinationUpdate(s3 -> s3.encryptionConfiguration(encryption)));
  }

  List<String> objectsOf(String stream) {
    return s3.listObjectsV2(r -> r.bucket(BUCKET).prefix(stream + "/")).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  HeadObjectResponse head(String key) {
    return s3.headObject(r -> r.bucket(BUCKET).key(key));
  }

  /** Checks that all objects of a stream are under SSE-KMS with that key. */
  void assertUnder(String stream, String keyArn) {
    assertThat(objectsOf(stream))
        .isNotEmpty()
        .allSatisfy(
            key -> {
              assertThat(head(key).serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
              assertThat(head(key).ssekmsKeyId()).isEqualTo(keyArn);
            });
  }

  /** Stores an object under SSE-KMS. */
  void write(String key, String keyId, String text) {
    s3.putObject(
        r ->
            r.bucket(BUCKET)
                .key(key)
                .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                .ssekmsKeyId(keyId),
        RequestBody.fromString(text));
  }

  String read(String key) {
    return s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String();
  }

  S3Exception refusedRead(String key) {
    return catchThrowableOfType(S3Exception.class, () -> read(key));
  }

  static void assertRefused(S3Exception refused, int status, String code, String... words) {
    assertThat(refused).isNotNull();
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(refused.awsErrorDetails().errorMessage()).contains(words);
  }

  /** Sets the policy of a key: JSON statements with single quotes. */
  void permit(String keyArn, String... statements) {
    kms.putKeyPolicy(
        r ->
            r.keyId(keyArn)
                .bypassPolicyLockoutSafetyCheck(true)
                .policy(
                    "{'Version':'2012-10-17','Statement':[%s]}"
                        .formatted(String.join(",", statements))
                        .replace('\'', '"')));
  }

  static String statement(String effect, String principal, String action) {
    return "{'Effect':'%s','Principal':{'AWS':'%s'},'Action':%s,'Resource':'*'}"
        .formatted(effect, principal, action);
  }

  /** All files of the embedded S3, as text of single-byte characters. */
  static String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(objects)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  /** Waits until the log says why a stream does not deliver. */
  void awaitWarning(String stream, String words) {
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

  String writeRefused(String key, String keyId) {
    return writeRefused(BUCKET, key, keyId, "test");
  }

  /**
   * Stores an object under SSE-KMS and returns the status and the error. It needs no SDK: the
   * client of Java that the SDK uses loses the answer to a request whose body was not read.
   */
  String writeRefused(String bucket, String key, String keyId, String accessKey) {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(endpoint().resolve("/" + bucket + "/" + key))
                  .header(
                      "Authorization",
                      "AWS4-HMAC-SHA256 Credential="
                          + accessKey
                          + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0")
                  .header("x-amz-server-side-encryption", "aws:kms")
                  .header("x-amz-server-side-encryption-aws-kms-key-id", keyId)
                  .PUT(HttpRequest.BodyPublishers.ofString("x"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
