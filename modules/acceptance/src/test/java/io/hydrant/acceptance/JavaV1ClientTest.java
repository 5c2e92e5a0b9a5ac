package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.kinesisfirehose.AmazonKinesisFirehose;
import com.amazonaws.services.kinesisfirehose.AmazonKinesisFirehoseClientBuilder;
import com.amazonaws.services.kinesisfirehose.model.BufferingHints;
import com.amazonaws.services.kinesisfirehose.model.CreateDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.DeleteDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.DeliveryStreamEncryptionConfiguration;
import com.amazonaws.services.kinesisfirehose.model.DeliveryStreamEncryptionConfigurationInput;
import com.amazonaws.services.kinesisfirehose.model.DescribeDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.ExtendedS3DestinationConfiguration;
import com.amazonaws.services.kinesisfirehose.model.InvalidKMSResourceException;
import com.amazonaws.services.kinesisfirehose.model.PutRecordBatchRequest;
import com.amazonaws.services.kinesisfirehose.model.PutRecordRequest;
import com.amazonaws.services.kinesisfirehose.model.PutRecordResult;
import com.amazonaws.services.kinesisfirehose.model.Record;
import com.amazonaws.services.kinesisfirehose.model.ResourceInUseException;
import com.amazonaws.services.kinesisfirehose.model.ResourceNotFoundException;
import com.amazonaws.services.kinesisfirehose.model.StartDeliveryStreamEncryptionRequest;
import com.amazonaws.services.kinesisfirehose.model.StopDeliveryStreamEncryptionRequest;
import com.amazonaws.services.kms.AWSKMS;
import com.amazonaws.services.kms.AWSKMSClientBuilder;
import com.amazonaws.services.kms.model.CreateKeyRequest;
import com.amazonaws.services.kms.model.DisableKeyRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The same scenario as that of the other clients, through the AWS SDK for Java v1. */
class JavaV1ClientTest extends OneNode {
  private AmazonKinesisFirehose v1;

  private static Record data(String text) {
    return new Record().withData(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private PutRecordResult putRecord(String stream, String text) {
    return v1.putRecord(
        new PutRecordRequest().withDeliveryStreamName(stream).withRecord(data(text)));
  }

  private DeliveryStreamEncryptionConfiguration encryptionOf(String stream) {
    return v1.describeDeliveryStream(
            new DescribeDeliveryStreamRequest().withDeliveryStreamName(stream))
        .getDeliveryStreamDescription()
        .getDeliveryStreamEncryptionConfiguration();
  }

  private void awaitStatus(String stream, String status) {
    await().atMost(PATIENCE).until(() -> encryptionOf(stream).getStatus().equals(status));
  }

  @Test
  void the_aws_sdk_for_java_v1() {
    EndpointConfiguration there = new EndpointConfiguration(endpoint().toString(), "us-east-1");
    AWSStaticCredentialsProvider credentials =
        new AWSStaticCredentialsProvider(new BasicAWSCredentials("test", "secret"));
    v1 =
        AmazonKinesisFirehoseClientBuilder.standard()
            .withEndpointConfiguration(there)
            .withCredentials(credentials)
            .build();
    AWSKMS keys =
        AWSKMSClientBuilder.standard()
            .withEndpointConfiguration(there)
            .withCredentials(credentials)
            .build();
    String key = keys.createKey(new CreateKeyRequest()).getKeyMetadata().getArn();
    String stream = newName();
    assertThatThrownBy(() -> encryptionOf(stream)).isInstanceOf(ResourceNotFoundException.class);
    CreateDeliveryStreamRequest create =
        new CreateDeliveryStreamRequest()
            .withDeliveryStreamName(stream)
            .withExtendedS3DestinationConfiguration(
                new ExtendedS3DestinationConfiguration()
                    .withBucketARN("arn:aws:s3:::" + BUCKET)
                    .withRoleARN("arn:aws:iam::000000000000:role/r")
                    .withPrefix(stream + "/")
                    .withBufferingHints(
                        new BufferingHints().withSizeInMBs(1).withIntervalInSeconds(60)));
    v1.createDeliveryStream(create);
    awaitActive(stream);
    assertThatThrownBy(() -> v1.createDeliveryStream(create))
        .isInstanceOf(ResourceInUseException.class);
    v1.startDeliveryStreamEncryption(
        new StartDeliveryStreamEncryptionRequest()
            .withDeliveryStreamName(stream)
            .withDeliveryStreamEncryptionConfigurationInput(
                new DeliveryStreamEncryptionConfigurationInput()
                    .withKeyType("CUSTOMER_MANAGED_CMK")
                    .withKeyARN(key)));
    awaitStatus(stream, "ENABLED");
    assertThat(encryptionOf(stream).getKeyARN()).isEqualTo(key);
    assertThat(putRecord(stream, "one;").getEncrypted()).isTrue();
    var batch =
        v1.putRecordBatch(
            new PutRecordBatchRequest()
                .withDeliveryStreamName(stream)
                .withRecords(data("two;"), data("three")));
    assertThat(batch.getFailedPutCount()).isZero();
    assertThat(batch.getEncrypted()).isTrue();
    advance(Duration.ofMinutes(1));
    awaitDelivered(stream, "one;two;three");

    keys.disableKey(new DisableKeyRequest().withKeyId(key));
    advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> putRecord(stream, ""))
        .isInstanceOfSatisfying(
            InvalidKMSResourceException.class,
            e -> assertThat(e.getCode()).isEqualTo("DisabledException"));
    v1.stopDeliveryStreamEncryption(
        new StopDeliveryStreamEncryptionRequest().withDeliveryStreamName(stream));
    awaitStatus(stream, "DISABLED");
    v1.deleteDeliveryStream(new DeleteDeliveryStreamRequest().withDeliveryStreamName(stream));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> encryptionOf(stream))
                    .isInstanceOf(ResourceNotFoundException.class));
  }
}
