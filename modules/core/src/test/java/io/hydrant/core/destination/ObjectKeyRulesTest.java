package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.extendedS3;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.StreamName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyRulesTest {
  private static final StreamName STREAM = new StreamName("orders");
  private static final String FOLDERS = ("f".repeat(99) + "/").repeat(9);

  /** yyyy/MM/dd/HH/orders-999999999-yyyy-MM-dd-HH-mm-ss-UUID. */
  private static final int APPENDED = 14 + 6 + 1 + 9 + 1 + 19 + 1 + 36;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "logs/",
        "logs",
        "/logs/",
        "/",
        "!{timestamp:/yyyy}/",
        "a..b/.../..a/.b/",
        "a/..",
        "../",
        "a/./b/../",
        "a//b/",
        "a\u0001\t/",
        "!{timestamp:'..'}/",
        "a b/ä/",
        "y=!{timestamp:yyyy}/!{firehose:random-string}/"
      })
  void a_prefix_has_any_characters(String prefix) {
    assertThat(check(extendedS3("Prefix", prefix, "ErrorOutputPrefix", "failed/"))).isEmpty();
  }

  @Test
  void a_key_has_at_most_1024_bytes_with_all_that_is_appended() {
    String longest = FOLDERS + "p".repeat(1024 - APPENDED - FOLDERS.length());
    assertThat(check(extendedS3("Prefix", longest))).isEmpty();
    refused(
        extendedS3("Prefix", "p" + longest),
        "Prefix leads to object keys of 1025 bytes; S3 takes at most 1024.");
    refused(
        extendedS3("ErrorOutputPrefix", "p" + longest),
        "ErrorOutputPrefix leads to object keys of 1056 bytes; S3 takes at most 1024.");
  }

  @Test
  void bytes_count_not_characters() {
    String prefix = ("ä".repeat(99) + "/").repeat(5);
    assertThat(prefix).hasSize(500);
    refused(extendedS3("Prefix", prefix), "Prefix leads to object keys of");
  }

  @Test
  void expressions_count_as_what_they_become() {
    String shorter = "!{firehose:random-string}/".repeat(38);
    assertThat(check(extendedS3("Prefix", shorter, "ErrorOutputPrefix", "e/"))).isEmpty();
    String longer = "!{firehose:random-string}!{timestamp:yyyyyyyyyyyyyyyyyyy}/".repeat(31);
    refused(extendedS3("Prefix", longer), "Prefix leads to object keys of");
  }

  @Test
  void buckets_inside_other_configurations_keep_the_same_rules() {
    for (String member : new String[] {"S3Configuration", "S3BackupConfiguration"}) {
      refused(
          new Destination(
              DestinationType.REDSHIFT, members(member, s3("Prefix", "p".repeat(1024)))),
          "Prefix leads to object keys of");
    }
    assertThat(check(new Destination(DestinationType.SPLUNK, members()))).isEmpty();
  }

  private static Optional<ServiceError> check(Destination destination) {
    return ObjectKeyRules.check(destination, STREAM);
  }

  private static void refused(Destination destination, String reason) {
    ServiceError refusal = check(destination).orElseThrow();
    assertThat(refusal.code()).isEqualTo("InvalidArgumentException");
    assertThat(refusal.message()).startsWith(reason);
  }
}
