package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.s3;
import static io.hydrant.core.destination.S3Configurations.ERRORS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixRulesTest {
  private static final String REFUSED_LETTERS = "CIJPRTUVbfijloprt";

  @Test
  void of_the_52_letters_those_are_refused_that_aws_refused() {
    for (char letter : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray()) {
      boolean refused = REFUSED_LETTERS.indexOf(letter) >= 0;
      assertThat(TimePatterns.isPattern("" + letter)).as("" + letter).isEqualTo(!refused);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"!{timestamp:yyyy", "!{timestamp}", "!{}", "a!{b!{timestamp:yyyy}"})
  void an_incomplete_expression_is_refused_with_the_prefix_in_the_message(String prefix) {
    String words = "Invalid expression usage: %s.Must be of the form !{<namespace>:<value>}";
    refused(prefix(prefix), words.formatted(prefix));
    refused(errorPrefix(ERRORS + prefix), words.formatted(ERRORS + prefix));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!{timestamp:}",
        "!{timestamp:bbb}",
        "!{timestamp:pH}",
        "!{firehose:version}",
        "!{firehose:}",
        "!{partitionKeyFromQuery:}"
      })
  void a_value_that_its_namespace_does_not_have_is_refused_in_either_prefix(String prefix) {
    String words = "Invalid conversion character used in the value of the expression in ";
    refused(prefix(prefix), words + "Prefix");
    refused(errorPrefix(ERRORS + prefix), words + "ErrorOutputPrefix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "Timestamp", "", "time-stamp"})
  void a_namespace_is_one_of_four(String namespace) {
    String words = "Namespace to the left of colon (" + namespace + ") is an invalid keyword!";
    refused(prefix("!{" + namespace + ":x}"), words);
    refused(errorPrefix(ERRORS + "!{" + namespace + ":x}"), words);
  }

  @ParameterizedTest
  @CsvSource({
    "508, !{timestamp:yyyy}",
    "501, !{firehose:random-string}",
    "512, ''",
    "495, !{firehose:error-output-type}"
  })
  void an_evaluated_prefix_has_at_most_512_characters(int literals, String expression) {
    boolean ofErrors = expression.contains("error-output-type");
    String longest = "x".repeat(literals) + expression;
    assertThat(check(ofErrors ? errorPrefix(longest) : prefix(longest))).isNull();
    refused(
        ofErrors ? errorPrefix("x" + longest) : prefix("x" + longest),
        "Length of evaluated "
            + (ofErrors ? "ErrorOutputPrefix" : "prefix")
            + " cannot be greater than 512");
  }

  @Test
  void a_partition_key_counts_as_one_character() {
    String longest = "x".repeat(511) + "!{partitionKeyFromQuery:customer}";
    assertThat(PrefixExpressions.evaluatedLength(longest)).isEqualTo(512);
  }

  private static Structure prefix(String prefix) {
    return s3("Prefix", prefix, "ErrorOutputPrefix", ERRORS);
  }

  private static Structure errorPrefix(String prefix) {
    return s3("ErrorOutputPrefix", prefix);
  }

  private static String check(Structure s3) {
    return PrefixRules.check(s3).map(ServiceError::message).orElse(null);
  }

  private static void refused(Structure s3, String words) {
    assertThat(check(s3))
        .isEqualTo("The supplied prefix(es) do not satisfy the following constraint: " + words);
  }
}
