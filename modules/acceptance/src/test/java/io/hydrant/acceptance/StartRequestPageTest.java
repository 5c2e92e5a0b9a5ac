package io.hydrant.acceptance;

import static io.hydrant.acceptance.page.Sentence.START_ANSWERS_AN_EMPTY_200;
import static io.hydrant.acceptance.page.Sentence.START_CONFIGURATION_IS_OPTIONAL;
import static io.hydrant.acceptance.page.Sentence.START_EXAMPLE;
import static io.hydrant.acceptance.page.Sentence.START_INVALID_ARGUMENT;
import static io.hydrant.acceptance.page.Sentence.START_NAME_CONSTRAINTS;
import static io.hydrant.acceptance.page.Sentence.START_NEEDS_DIRECT_PUT;
import static io.hydrant.acceptance.page.Sentence.START_RESOURCE_IN_USE;
import static io.hydrant.acceptance.page.Sentence.START_RESOURCE_NOT_FOUND;
import static io.hydrant.acceptance.page.Sentence.START_TYPE_AND_ARN_FIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLED;

import io.hydrant.acceptance.page.Proves;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.InvalidArgumentException;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;
import software.amazon.awssdk.services.firehose.model.ResourceNotFoundException;

/** Request parameters, response and errors of StartDeliveryStreamEncryption. */
class StartRequestPageTest extends OneNode {
  private HttpResponse<String> start(String body) throws Exception {
    return http(
        HttpRequest.newBuilder(endpoint())
            .header("X-Amz-Target", "Firehose_20150804.StartDeliveryStreamEncryption")
            .header("X-Amz-Date", "20261123T000000Z")
            .header("Content-Type", "application/x-amz-json-1.1")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/firehose/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  @Proves({START_EXAMPLE, START_ANSWERS_AN_EMPTY_200, START_CONFIGURATION_IS_OPTIONAL})
  void the_example_of_the_page_is_answered_with_an_empty_200() throws Exception {
    create("exampleDeliveryStreamName", 1);
    HttpResponse<String> answer = start("{\"DeliveryStreamName\": \"exampleDeliveryStreamName\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Length")).hasValue("0");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(answer.headers().firstValue("Date")).isPresent();
    awaitEncryption("exampleDeliveryStreamName", ENABLED);
    assertThat(encryption("exampleDeliveryStreamName").keyType()).isEqualTo(KeyType.AWS_OWNED_CMK);
    assertThat(encryption("exampleDeliveryStreamName").keyARN()).isNull();
  }

  @Test
  @Proves({START_TYPE_AND_ARN_FIT, START_INVALID_ARGUMENT})
  void a_customer_key_needs_an_arn_and_the_services_key_takes_none() {
    String stream = activeStream();
    InvalidArgumentException refused =
        catchThrowableOfType(
            InvalidArgumentException.class,
            () ->
                firehose.startDeliveryStreamEncryption(
                    r ->
                        r.deliveryStreamName(stream)
                            .deliveryStreamEncryptionConfigurationInput(
                                c -> c.keyType(KeyType.CUSTOMER_MANAGED_CMK))));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.getMessage()).contains("KeyARN");
    assertThatThrownBy(
            () ->
                firehose.startDeliveryStreamEncryption(
                    r ->
                        r.deliveryStreamName(stream)
                            .deliveryStreamEncryptionConfigurationInput(
                                c -> c.keyType(KeyType.AWS_OWNED_CMK).keyARN(newKey()))))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("KeyARN");
  }

  @Test
  @Proves(START_TYPE_AND_ARN_FIT)
  void within_the_configuration_the_type_is_required() throws Exception {
    HttpResponse<String> answer =
        start("{\"DeliveryStreamName\":\"a\",\"DeliveryStreamEncryptionConfigurationInput\":{}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("ValidationException")
        .contains("'deliveryStreamEncryptionConfigurationInput.keyType'")
        .contains("Member must not be null");
  }

  @ParameterizedTest
  @Proves(START_NAME_CONSTRAINTS)
  @ValueSource(ints = {1, 64})
  void names_of_1_and_of_64_characters_are_streams(int length) {
    String name = "aZ0_.-".repeat(11).substring(0, length);
    create(name, 1);
    startOwned(name);
    awaitEncryption(name, ENABLED);
  }

  @ParameterizedTest
  @Proves(START_NAME_CONSTRAINTS)
  @ValueSource(
      strings = {
        "",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "a b",
        "a/b",
        "a:b",
        "ä",
        "a\n"
      })
  void other_names_break_the_constraint(String name) {
    assertThatThrownBy(() -> startOwned(name))
        .isInstanceOfSatisfying(
            FirehoseException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
        .hasMessageContaining("at 'deliveryStreamName' failed to satisfy constraint");
  }

  @Test
  @Proves(START_NAME_CONSTRAINTS)
  void a_name_is_required() throws Exception {
    assertThat(start("{}").statusCode()).isEqualTo(400);
    assertThat(start("{}").body())
        .contains("'deliveryStreamName'", "Member must not be null", "ValidationException");
  }

  @Test
  @Proves(START_RESOURCE_NOT_FOUND)
  void an_unknown_stream_is_not_found() {
    assertThatThrownBy(() -> start("no-such-stream", newKey()))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class, e -> assertThat(e.statusCode()).isEqualTo(400))
        .hasMessageContaining("Firehose no-such-stream under account 000000000000 not found.");
  }

  @Test
  @Proves(START_RESOURCE_IN_USE)
  void while_a_change_is_under_way_the_resource_is_in_use() {
    String stream = activeStream();
    String key = newKey();
    fault("{'service':'kms','operation':'CreateGrant','on':'" + key + "','delay':'PT1H'}");
    start(stream, key);
    ResourceInUseException start =
        catchThrowableOfType(ResourceInUseException.class, () -> startOwned(stream));
    assertThat(start.statusCode()).isEqualTo(400);
    assertThat(start.getMessage()).contains(stream, "ENABLING");
    assertThatThrownBy(() -> stop(stream)).isInstanceOf(ResourceInUseException.class);
    advance(Duration.ofHours(1));
    awaitEncryption(stream, ENABLED);
    startOwned(stream);
  }

  @ParameterizedTest
  @Proves(START_NEEDS_DIRECT_PUT)
  @EnumSource(
      value = DeliveryStreamType.class,
      names = {"KINESIS_STREAM_AS_SOURCE", "MSK_AS_SOURCE"})
  void a_stream_with_another_source_is_refused(DeliveryStreamType type) {
    String stream = newName();
    firehose.createDeliveryStream(r -> OtherSources.of(type, r.deliveryStreamName(stream)));
    awaitActive(stream);
    assertThatThrownBy(() -> start(stream, newKey()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("only allowed for direct put delivery streams");
  }
}
