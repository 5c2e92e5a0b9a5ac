package io.hydrant.s3.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.s3.error.S3Exception;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final String GOOD =
      "{'expiration':'2026-11-28T12:00:01.000Z','conditions':[{'bucket':'b'},{'ACL':'private'},"
          + "['starts-with','$key','in/'],['eq','$x-amz-meta-a','1'],"
          + "['starts-with','$Content-Type','image/'],['content-length-range',2,'4']]}";
  private static final FormFields FIELDS =
      FormFields.NONE
          .with("policy", "x")
          .with("X-Amz-Signature", "x")
          .with("x-ignore-me", "x")
          .with("acl", "private")
          .with("key", "in/k")
          .with("x-amz-meta-A", "1")
          .with("Content-Type", "image/png, image/gif");

  private static PostPolicy read(String json) {
    return PostPolicyReader.read(
        Base64.getEncoder()
            .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  private static String outcome(Runnable check) {
    try {
      check.run();
      return "allowed";
    } catch (S3Exception refused) {
      return refused.error().code() + ": " + refused.error().message();
    }
  }

  private static String outcome(FormFields fields, String bucket, Instant now) {
    return outcome(() -> read(GOOD).check(fields, bucket, now));
  }

  @Test
  void a_form_that_keeps_all_conditions_is_allowed() {
    assertThat(outcome(FIELDS, "b", NOW)).isEqualTo("allowed");
  }

  @Test
  void a_policy_ends_at_its_moment() {
    assertThat(outcome(FIELDS, "b", NOW.plusSeconds(1)))
        .isEqualTo("AccessDenied: Invalid according to Policy: Policy expired.");
  }

  @Test
  void each_condition_must_hold() {
    String failed = "AccessDenied: Invalid according to Policy: Policy Condition failed: ";
    assertThat(outcome(FIELDS, "other", NOW)).isEqualTo(failed + "[\"eq\", \"$bucket\", \"b\"]");
    assertThat(outcome(FIELDS.with("bucket", "b"), "other", NOW))
        .as("a field does not name the bucket")
        .startsWith(failed + "[\"eq\", \"$bucket\"");
    assertThat(outcome(FormFields.NONE.with("acl", "private").with("key", "out/k"), "b", NOW))
        .isEqualTo(failed + "[\"starts-with\", \"$key\", \"in/\"]");
    FormFields text =
        FormFields.NONE
            .with("acl", "private")
            .with("key", "in/")
            .with("x-amz-meta-a", "1")
            .with("content-type", "image/png,text/html");
    assertThat(outcome(text, "b", NOW))
        .isEqualTo(failed + "[\"starts-with\", \"$content-type\", \"image/\"]");
  }

  @Test
  void a_field_that_no_condition_names_is_refused() {
    assertThat(outcome(FIELDS.with("X-Amz-Storage-Class", "GLACIER"), "b", NOW))
        .isEqualTo(
            "AccessDenied: Invalid according to Policy: Extra input fields: x-amz-storage-class");
  }

  @Test
  void the_size_of_the_file_is_within_its_range() {
    PostPolicy policy = read(GOOD);
    assertThat(outcome(() -> policy.checkSize(1, false))).as("more may come").isEqualTo("allowed");
    assertThat(outcome(() -> policy.checkSize(1, true))).startsWith("EntityTooSmall: ");
    assertThat(outcome(() -> policy.checkSize(2, true))).isEqualTo("allowed");
    assertThat(outcome(() -> policy.checkSize(4, true))).isEqualTo("allowed");
    assertThat(outcome(() -> policy.checkSize(5, false))).startsWith("EntityTooLarge: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x                                                  | Invalid JSON.
          []                                                 | Invalid JSON.
          {'conditions':[]}                                  | Policy missing expiration.
          {'expiration':'soon','conditions':[]}              | Invalid 'expiration' value: 'soon'
          {'expiration':'2026-11-28T12:00:01Z'}              | Policy missing conditions.
          {'expiration':'2026-11-28T12:00:01Z','conditions':{}} | Invalid 'conditions' value: must be a List.
          """)
  void a_policy_that_is_none_is_refused(String json, String message) {
    assertThat(outcome(() -> read(json)))
        .isEqualTo("InvalidPolicyDocument: Invalid Policy: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          7                                 | Invalid Condition: each must be an object or a list
          ['eq','$a']                       | Invalid Condition: each must be an object or a list
          ['like','$a','b']                 | Invalid Condition: unknown operation 'like'.
          ['eq','a','b']                    | Invalid Condition: match target must be a string
          ['eq','$a',7]                     | Invalid Condition: value must be a string.
          {'a':'b','c':'d'}                 | Invalid Simple-Condition: Simple-Conditions must have
          {'a':7}                           | Invalid Simple-Condition: value must be a string.
          ['content-length-range',-1,2]     | Invalid content-length-range
          ['content-length-range',1,'x']    | Invalid content-length-range
          """)
  void a_condition_that_is_none_is_refused(String condition, String message) {
    String json = "{'expiration':'2026-11-28T12:00:01Z','conditions':[" + condition + "]}";
    assertThat(outcome(() -> read(json)))
        .startsWith("InvalidPolicyDocument: Invalid Policy: " + message);
  }

  @Test
  void text_that_is_not_base64_is_refused() {
    assertThat(outcome(() -> PostPolicyReader.read("=")))
        .isEqualTo("InvalidPolicyDocument: Invalid Policy: Invalid JSON.");
  }
}
