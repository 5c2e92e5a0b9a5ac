package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest extends OneNode {
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/firehose/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private HttpRequest.Builder call(String target, String body) {
    return HttpRequest.newBuilder(endpoint())
        .header("X-Amz-Target", target)
        .header("X-Amz-Date", "20261123T000000Z")
        .header("Content-Type", "application/x-amz-json-1.1")
        .header("Authorization", AUTHORIZATION)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DescribeDeliveryStream | {"DeliveryStreamName":"nope"}        | ResourceNotFoundException
          DescribeDeliveryStream | {"DeliveryStreamName":"no space"}    | ValidationException
          DescribeDeliveryStream | {}                                   | ValidationException
          DescribeDeliveryStream | {"DeliveryStreamName":1}             | SerializationException
          DescribeDeliveryStream | {"DeliveryStreamName":               | SerializationException
          DescribeDeliveryStream | []                                   | SerializationException
          DescribeDeliveryStream | {"DeliveryStreamName":"a"} trailing  | SerializationException
          PutRecord              | {"DeliveryStreamName":"a","Record":{"Data":"*"}} | SerializationException
          PutRecord              | {"DeliveryStreamName":"a","Record":{}} | ValidationException
          StartDeliveryStreamEncryption | {"DeliveryStreamName":"a","DeliveryStreamEncryptionConfigurationInput":{"KeyType":"MINE"}} | ValidationException
          NoSuchOperation        | {}                                   | UnknownOperationException
          """)
  void what_is_wrong_is_answered_in_the_shape_of_aws(String operation, String body, String code)
      throws Exception {
    HttpResponse<String> answer = http(call("Firehose_20150804." + operation, body));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"__type\":\"" + code + "\"").contains("\"message\":");
    assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue(code);
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
  }

  @Test
  void all_violations_are_reported_at_once_in_the_words_of_aws() throws Exception {
    HttpResponse<String> answer =
        http(
            call(
                "Firehose_20150804.PutRecordBatch",
                "{\"DeliveryStreamName\":\"a b\",\"Records\":[]}"));
    assertThat(answer.body())
        .contains("2 validation errors detected: ")
        .contains(
            "Value at 'deliveryStreamName' failed to satisfy constraint: Member must satisfy"
                + " regular expression pattern: [a-zA-Z0-9_.-]+")
        .contains(
            "Value at 'records' failed to satisfy constraint: Member must have length greater");
  }

  @Test
  void an_unknown_service_is_an_unknown_operation() throws Exception {
    HttpResponse<String> answer = http(call("Kinesis_20131202.PutRecord", "{}"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UnknownOperationException");
  }

  @Test
  void authorization_is_needed_and_its_gaps_are_named() throws Exception {
    HttpRequest.Builder none =
        HttpRequest.newBuilder(endpoint())
            .header("X-Amz-Target", "Firehose_20150804.ListDeliveryStreams")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(http(none).body()).contains("MissingAuthenticationTokenException");
    HttpRequest.Builder half = none.copy().header("Authorization", "AWS4-HMAC-SHA256 Signature=0");
    assertThat(http(half).body())
        .contains("IncompleteSignatureException")
        .contains("Authorization header requires 'Credential' parameter.");
  }

  @Test
  void a_body_over_ten_mebibytes_is_refused() throws Exception {
    HttpResponse<String> answer =
        http(call("Firehose_20150804.PutRecord", " ".repeat(10 * 1024 * 1024 + 1)));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("RequestEntityTooLargeException");
  }

  @Test
  void an_offer_of_http_2_in_clear_text_is_passed_over() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .build()
            .send(
                call("Firehose_20150804.ListDeliveryStreams", "{}").build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void start_and_stop_and_delete_answer_an_empty_body() throws Exception {
    String name = activeStream();
    HttpResponse<String> answer =
        http(
            call(
                "Firehose_20150804.StartDeliveryStreamEncryption",
                "{\"DeliveryStreamName\":\"" + name + "\"}"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Length")).hasValue("0");
  }

  @Test
  void admin_routes_answer_and_refuse_pages_of_other_sites() throws Exception {
    URI health = endpoint().resolve("/_hydrant/health");
    assertThat(http(HttpRequest.newBuilder(health)).body()).contains("UP");
    assertThat(http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/ready"))).statusCode())
        .isEqualTo(200);
    HttpRequest.Builder foreign =
        HttpRequest.newBuilder(endpoint().resolve("/_hydrant/reset"))
            .header("Origin", "http://evil.example")
            .POST(HttpRequest.BodyPublishers.noBody());
    assertThat(http(foreign).statusCode()).isEqualTo(403);
    assertThat(http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/nothing"))).statusCode())
        .isEqualTo(404);
  }
}
