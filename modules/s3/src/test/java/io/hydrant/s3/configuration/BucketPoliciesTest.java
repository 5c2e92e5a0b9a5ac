package io.hydrant.s3.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.s3.error.S3Exception;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketPoliciesTest {
  private static final String GOOD =
      """
      {"Version":"2012-10-17","Statement":[{"Sid":"Allow all, for a test","Effect":"Allow",
       "Principal":"*","Action":["s3:GetObject","s3:ListBucket"],
       "Resource":["arn:aws:s3:::bucket","arn:aws:s3:::bucket/*"]}]}""";

  private static int statements(String policy) {
    return BucketPolicies.read("bucket", policy.getBytes(StandardCharsets.UTF_8))
        .statements()
        .size();
  }

  private static void refused(String policy, String message) {
    assertThatThrownBy(() -> statements(policy))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> {
              assertThat(refused.error().code()).isEqualTo("MalformedPolicy");
              assertThat(refused.error().status()).isEqualTo(400);
              assertThat(refused.error().message()).isEqualTo(message);
            });
  }

  @Test
  void a_policy_of_the_bucket_and_its_keys_is_taken() {
    assertThat(statements(GOOD)).isEqualTo(1);
    assertThat(statements(GOOD.replace("/*\"", "/in/${aws:userid}/*\""))).isEqualTo(1);
    assertThat(statements(GOOD.replace("[\"s3:GetObject\",\"s3:ListBucket\"]", "\"*\"")))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "*","Action"              | {},"Action"          | "Principal" has no value
          "Effect":"Allow"          | "Effect":"Perhaps"   | the Effect must be Allow or Deny
          "2012-10-17"              | "2018-05-25"         | the Version must be 2012-10-17 or 2008-10-17
          """)
  void the_grammar_of_policies_is_kept(String part, String other, String message) {
    assertThatThrownBy(() -> statements(GOOD.replace(part, other)))
        .isInstanceOf(S3Exception.class)
        .extracting(refused -> ((S3Exception) refused).error().message())
        .asString()
        .endsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Effect":"Allow",              | ''               | Missing required field Effect cannot be empty!
          "Principal":"*",               | ''               | Missing required field Principal cannot be empty!
          "s3:GetObject","s3:ListBucket" | ''               | Missing required field Action cannot be empty!
          s3:ListBucket                  | kms:Decrypt      | Policy has invalid action
          arn:aws:s3:::bucket/*          | arn:aws:s3:::*   | Policy has invalid resource
          arn:aws:s3:::bucket/*          | *                | Policy has invalid resource
          arn:aws:s3:::bucket/*          | arn:aws:s3:::bucket2/* | Policy has invalid resource
          ,"arn:aws:s3:::bucket/*"       | ''               | Action does not apply to any resource(s) in statement
          "arn:aws:s3:::bucket",         | ''               | Action does not apply to any resource(s) in statement
          "*","Action"                   | {"AWS":"bob"},"Action" | Invalid principal in policy
          """)
  void what_s3_refuses_is_refused_in_its_words(String part, String other, String message) {
    assertThat(GOOD).contains(part);
    refused(GOOD.replace(part, other), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "[]", "\"a\"", "7", "null"})
  void a_policy_is_a_json_object(String text) {
    refused(text, "Policies must be valid JSON and the first byte must be '{'");
  }

  @Test
  void a_policy_is_of_20_kilobytes_at_most() {
    String padding = " ".repeat(20 * 1024 - GOOD.length());
    assertThat(statements(GOOD + padding)).isEqualTo(1);
    refused(GOOD + padding + " ", "Policy exceeds the maximum allowed document size.");
  }

  @Test
  void actions_on_objects_that_do_not_say_so_are_known() {
    String uploads =
        GOOD.replace("\"s3:ListBucket\"", "\"s3:AbortMultipartUpload\"")
            .replace("\"arn:aws:s3:::bucket\",", "");
    assertThat(statements(uploads)).isEqualTo(1);
    refused(
        uploads.replace("AbortMultipartUpload", "ListBucketMultipartUploads"),
        "Action does not apply to any resource(s) in statement");
  }
}
