package io.hydrant.http.auth.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialPartsTest {
  @ParameterizedTest
  @CsvSource({
    "/20261123/us-east-1/firehose/aws4_request, access key",
    "test//us-east-1/firehose/aws4_request, date",
    "test/20261123//firehose/aws4_request, region",
    "test/20261123/us-east-1//aws4_request, service",
    "test/20261123/us-east-1/firehose/, terminator",
    "////, access key"
  })
  void the_first_empty_part_is_named(String credential, String part) {
    assertThat(CredentialParts.emptyIn(credential)).contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "test",
        "test//firehose/aws4_request",
        "a/b//c/d/e",
        "test/1/r/s/aws4_request"
      })
  void nothing_is_named_where_there_are_not_five_parts_or_none_is_empty(String credential) {
    assertThat(CredentialParts.emptyIn(credential)).isEmpty();
  }
}
