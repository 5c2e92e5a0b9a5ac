package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.kinesisfirehose.AmazonKinesisFirehose;
import com.amazonaws.services.kinesisfirehose.AmazonKinesisFirehoseClientBuilder;
import com.amazonaws.services.kinesisfirehose.model.CreateDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.DeleteDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.DeliveryStreamDescription;
import com.amazonaws.services.kinesisfirehose.model.DeliveryStreamEncryptionConfigurationInput;
import com.amazonaws.services.kinesisfirehose.model.ExtendedS3DestinationUpdate;
import com.amazonaws.services.kinesisfirehose.model.InvalidArgumentException;
import com.amazonaws.services.kinesisfirehose.model.InvalidKMSResourceException;
import com.amazonaws.services.kinesisfirehose.model.ListDeliveryStreamsResult;
import com.amazonaws.services.kinesisfirehose.model.PutRecordBatchRequest;
import com.amazonaws.services.kinesisfirehose.model.ResourceInUseException;
import com.amazonaws.services.kinesisfirehose.model.ResourceNotFoundException;
import com.amazonaws.services.kinesisfirehose.model.StartDeliveryStreamEncryptionRequest;
import com.amazonaws.services.kinesisfirehose.model.StopDeliveryStreamEncryptionRequest;
import com.amazonaws.services.kinesisfirehose.model.TagDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.UntagDeliveryStreamRequest;
import com.amazonaws.services.kinesisfirehose.model.UpdateDestinationRequest;
import com.amazonaws.services.kms.AWSKMS;
import com.amazonaws.services.kms.AWSKMSClientBuilder;
import com.amazonaws.services.kms.model.CreateKeyRequest;
import com.amazonaws.services.kms.model.DisableKeyRequest;
import com.amazonaws.services.kms.model.EnableKeyRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scenario of {@link ClientScenario} through the AWS SDK for Java v1. */
class JavaV1ClientTest extends OneNode {
  private final String stream = newName();
  private final String other = stream + "-other";
  private final List<String> steps = new ArrayList<>();
  private AmazonKinesisFirehose v1;
  private JavaV1Stream calls;
  private AWSKMS keys;

  @BeforeAll
  void connect() {
    EndpointConfiguration there = new EndpointConfiguration(endpoint().toString(), "us-east-1");
    AWSStaticCredentialsProvider credentials =
        new AWSStaticCredentialsProvider(new BasicAWSCredentials("test", "secret"));
    v1 =
        AmazonKinesisFirehoseClientBuilder.standard()
            .withEndpointConfiguration(there)
            .withCredentials(credentials)
            .build();
    calls = new JavaV1Stream(stream, v1);
    keys =
        AWSKMSClientBuilder.standard()
            .withEndpointConfiguration(there)
            .withCredentials(credentials)
            .build();
  }

  @Test
  void the_aws_sdk_for_java_v1() {
    creates();
    lists();
    tags();
    String key = keys.createKey(new CreateKeyRequest()).getKeyMetadata().getArn();
    starts(key);
    puts();
    isRefusedUnderADisabledKey(key);
    updates();
    ends();
    assertThat(steps).isEqualTo(ClientScenario.STEPS);
  }

  private void creates() {
    assertThatThrownBy(calls::described).isInstanceOf(ResourceNotFoundException.class);
    steps.add("ResourceNotFoundException");
    assertThatThrownBy(
            () ->
                v1.createDeliveryStream(
                    new CreateDeliveryStreamRequest().withDeliveryStreamName(stream)))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            e ->
                assertThat(e.getErrorMessage())
                    .isEqualTo(
                        "Exactly one destination configuration is supported for a Firehose"));
    steps.add("InvalidArgumentException");
    calls.create(stream);
    steps.add("create");
    await()
        .atMost(PATIENCE)
        .until(() -> calls.described().getDeliveryStreamStatus().equals("ACTIVE"));
    steps.add("describe until ACTIVE");
    assertThatThrownBy(() -> calls.create(stream)).isInstanceOf(ResourceInUseException.class);
    steps.add("ResourceInUseException");
  }

  private void lists() {
    calls.create(other);
    ListDeliveryStreamsResult first = calls.pageAfter(stream.substring(0, stream.length() - 1));
    assertThat(first.getDeliveryStreamNames()).containsExactly(stream);
    assertThat(first.getHasMoreDeliveryStreams()).isTrue();
    assertThat(calls.pageAfter(stream).getDeliveryStreamNames()).containsExactly(other);
    steps.add("list in pages");
  }

  private void tags() {
    v1.tagDeliveryStream(
        new TagDeliveryStreamRequest()
            .withDeliveryStreamName(stream)
            .withTags(JavaV1Stream.tag("area", "shop")));
    steps.add("tag");
    assertThat(calls.listedTags())
        .containsExactly(JavaV1Stream.tag("area", "shop"), JavaV1Stream.tag("team", "orders"));
    steps.add("list tags");
    v1.untagDeliveryStream(
        new UntagDeliveryStreamRequest().withDeliveryStreamName(stream).withTagKeys("area"));
    assertThat(calls.listedTags()).containsExactly(JavaV1Stream.tag("team", "orders"));
    steps.add("untag");
  }

  private void starts(String key) {
    v1.startDeliveryStreamEncryption(
        new StartDeliveryStreamEncryptionRequest()
            .withDeliveryStreamName(stream)
            .withDeliveryStreamEncryptionConfigurationInput(
                new DeliveryStreamEncryptionConfigurationInput()
                    .withKeyType("CUSTOMER_MANAGED_CMK")
                    .withKeyARN(key)));
    awaitEncryption("ENABLED");
    assertThat(calls.encryption().getKeyARN()).isEqualTo(key);
    assertThat(calls.encryption().getKeyType()).isEqualTo("CUSTOMER_MANAGED_CMK");
    steps.add("start encryption until ENABLED");
  }

  private void puts() {
    byte[] everyByte = new byte[256];
    for (int i = 0; i < everyByte.length; i++) {
      everyByte[i] = (byte) i;
    }
    assertThat(calls.put(everyByte).getEncrypted()).isTrue();
    steps.add("put record");
    var batch =
        v1.putRecordBatch(
            new PutRecordBatchRequest()
                .withDeliveryStreamName(stream)
                .withRecords(
                    JavaV1Stream.data("two;".getBytes(StandardCharsets.UTF_8)),
                    JavaV1Stream.data("three".getBytes(StandardCharsets.UTF_8))));
    assertThat(batch.getFailedPutCount()).isZero();
    assertThat(batch.getEncrypted()).isTrue();
    assertThat(batch.getRequestResponses()).hasSize(2);
    steps.add("put batch");
    advance(Duration.ofMinutes(1));
    byte[] expected =
        ByteBuffer.allocate(everyByte.length + 9)
            .put(everyByte)
            .put("two;three".getBytes(StandardCharsets.UTF_8))
            .array();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(deliveredBytes(stream)).isEqualTo(expected));
    steps.add("deliver every byte");
  }

  private void isRefusedUnderADisabledKey(String key) {
    keys.disableKey(new DisableKeyRequest().withKeyId(key));
    advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> calls.put(new byte[1]))
        .isInstanceOfSatisfying(
            InvalidKMSResourceException.class,
            e -> assertThat(e.getCode()).isEqualTo("DisabledException"));
    keys.enableKey(new EnableKeyRequest().withKeyId(key));
    steps.add("InvalidKMSResourceException");
  }

  private void updates() {
    DeliveryStreamDescription before = calls.described();
    v1.updateDestination(
        new UpdateDestinationRequest()
            .withDeliveryStreamName(stream)
            .withCurrentDeliveryStreamVersionId(before.getVersionId())
            .withDestinationId(before.getDestinations().get(0).getDestinationId())
            .withExtendedS3DestinationUpdate(
                new ExtendedS3DestinationUpdate().withPrefix("updated/")));
    DeliveryStreamDescription after = calls.described();
    assertThat(after.getDestinations().get(0).getExtendedS3DestinationDescription().getPrefix())
        .isEqualTo("updated/");
    assertThat(after.getVersionId()).isNotEqualTo(before.getVersionId());
    steps.add("update destination");
  }

  private void awaitEncryption(String status) {
    await().atMost(PATIENCE).until(() -> calls.encryption().getStatus().equals(status));
  }

  private void ends() {
    v1.stopDeliveryStreamEncryption(
        new StopDeliveryStreamEncryptionRequest().withDeliveryStreamName(stream));
    awaitEncryption("DISABLED");
    steps.add("stop encryption until DISABLED");
    for (String name : List.of(other, stream)) {
      v1.deleteDeliveryStream(new DeleteDeliveryStreamRequest().withDeliveryStreamName(name));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(calls::described).isInstanceOf(ResourceNotFoundException.class));
    steps.add("delete");
  }
}
