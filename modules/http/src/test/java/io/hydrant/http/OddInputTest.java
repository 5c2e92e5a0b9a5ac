package io.hydrant.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddInputTest {
  private static TestServer server;

  @BeforeAll
  static void open() {
    server = new TestServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          TrentService.CreateKey | {"Description":"\\ud800"} | 'description' must be a string of whole characters.
          TrentService.Encrypt   | {"KeyId":"k","Plaintext":"QQ","EncryptionContext":{"\\udc00":""}} | 'encryptionContext.key' must be a string of whole characters.
          TrentService.Encrypt   | {"KeyId":"k","Plaintext":"QQ","EncryptionContext":{"a":null}} | 1 validation error detected: Value null at 'encryptionContext.a.member' failed to satisfy constraint: Member must not be null
          TrentService.ListKeys  | {"Limit":1.0}             | 'limit' must be an integer.
          TrentService.ListKeys  | {"Limit":4294967297}      | 'limit' must be a 32-bit integer.
          TrentService.ListKeys  | null                      | The request body must be a structure.
          TrentService.ListKeys  | {"Limit":1,"Limit":1}     | The request body is not valid JSON (line 1, column 12).
          """)
  void what_cannot_be_kept_is_refused(String target, String body, String message) {
    Answer answer = server.ask(Calls.call(target, body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "253402300800", "\"2026-11-23T00:00:00Z\""})
  void a_timestamp_is_a_number_that_clients_can_write(String timestamp) {
    String body =
        "{\"DeliveryStreamName\":\"a\",\"MSKSourceConfiguration\":{\"MSKClusterARN\":\"arn:a\","
            + "\"TopicName\":\"a\",\"ReadFromTimestamp\":"
            + timestamp
            + "}}";
    assertThat(server.ask(Calls.call("Firehose_20150804.CreateDeliveryStream", body)).message())
        .isEqualTo("'mSKSourceConfiguration.readFromTimestamp' must be a timestamp in seconds.");
  }

  @Test
  void unknown_members_are_left_out_whatever_they_hold() {
    String body = "{\"NewConfiguration\":[null,1e309,\"\\ud800\"]}";
    assertThat(server.ask(Calls.call("TrentService.ListKeys", body)).status()).isEqualTo(200);
  }

  @Test
  void deep_nesting_and_long_names_are_serialization_exceptions() {
    String deep = "{\"a\":".repeat(100_000);
    String name = "{\"" + "a".repeat(100_000) + "\":1}";
    for (String body : new String[] {deep, name}) {
      Answer answer = server.ask(Calls.call("TrentService.ListKeys", body));
      assertThat(answer.type()).isEqualTo("SerializationException");
      assertThat(answer.message())
          .isEqualTo(
              "The request body is nested too deeply, or has a name or a number that is too long.");
    }
  }

  @Test
  void all_violations_are_counted_and_as_many_listed_as_there_is_room_for() {
    String body =
        "{\"DeliveryStreamName\":\"a\",\"Records\":["
            + String.join(",", Collections.nCopies(40_000, "null"))
            + "]}";
    Answer answer = server.ask(Calls.call("Firehose_20150804.PutRecordBatch", body));
    assertThat(answer.message())
        .startsWith(
            "40001 validation errors detected: Value at 'records' failed to satisfy constraint:"
                + " Member must have length less than or equal to 500; Value at"
                + " 'records.1.member' failed to satisfy constraint: Member must not be null; ")
        .endsWith(" more");
    assertThat(answer.body().size()).isLessThan(10_000);
  }

  @Test
  void more_values_than_any_input_has_are_refused() {
    String body = "{\"KeyId\":\"k\",\"Operations\":[" + "{},".repeat(50_000) + "{}]}";
    Answer answer = server.ask(Calls.call("TrentService.CreateGrant", body));
    assertThat(answer.type()).isEqualTo("SerializationException");
    assertThat(answer.message()).isEqualTo("The request body has more than 50000 values.");
  }

  @Test
  void a_long_key_of_a_map_is_cut_off_in_the_message() {
    String body =
        "{\"KeyId\":\"k\",\"Plaintext\":\"QQ\",\"EncryptionContext\":{\""
            + "k".repeat(40_000)
            + "\":1}}";
    assertThat(server.ask(Calls.call("TrentService.Encrypt", body)).message())
        .isEqualTo("'encryptionContext." + "k".repeat(128) + "....member' must be a string.");
  }

  @Test
  void a_text_that_is_far_too_long_is_not_held_against_a_pattern() {
    String body =
        "{\"KeyId\":\"k\",\"Operations\":[],\"GranteeServicePrincipal\":\""
            + "a.".repeat(200_000)
            + "a\"}";
    assertThat(server.ask(Calls.call("TrentService.CreateGrant", body)).message())
        .isEqualTo(
            "1 validation error detected: Value at 'granteeServicePrincipal' failed to satisfy"
                + " constraint: Member must have length less than or equal to 128");
  }

  @Test
  void a_region_is_no_longer_than_an_arn_can_hold() {
    assertThat(authorizedBy(Calls.AUTHORIZATION.replace("us-east-1", "r".repeat(33))).type())
        .isEqualTo("IncompleteSignatureException");
  }

  @Test
  void an_empty_part_of_a_credential_is_named() {
    var answer = authorizedBy(Calls.AUTHORIZATION.replace("us-east-1", ""));
    assertThat(answer.type()).isEqualTo("IncompleteSignatureException");
    assertThat(answer.message()).isEqualTo("The region in the Credential is empty.");
  }

  @Test
  void the_error_of_a_credential_with_too_few_parts_has_their_number() {
    assertThat(authorizedBy(Calls.AUTHORIZATION.replace("/us-east-1", "")).message())
        .startsWith("Credential must have exactly 5 slash-delimited elements");
  }

  private Answer authorizedBy(String authorization) {
    return server.ask(
        Calls.call("TrentService.ListKeys", "{}")
            .removeHeader("Authorization")
            .addHeader(RawHeader.create("Authorization", authorization)));
  }
}
