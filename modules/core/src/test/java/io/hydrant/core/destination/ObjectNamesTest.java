package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.extendedS3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.StreamName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNamesTest {
  private static final UUID RANDOM = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
  private static final Instant OLDEST = Instant.parse("2026-12-31T23:05:09.123Z");
  private static final ObjectNames.Facts FACTS =
      new ObjectNames.Facts(new StreamName("orders"), "3", OLDEST, RANDOM);
  private static final String SUFFIX = "orders-3-2026-12-31-23-05-09-" + RANDOM;

  @Test
  void without_a_prefix_the_name_starts_with_the_hour_in_utc() {
    assertThat(name()).isEqualTo("2026/12/31/23/" + SUFFIX);
  }

  @Test
  void the_hour_is_appended_to_a_prefix_without_expressions_with_nothing_between() {
    assertThat(name("Prefix", "logs/")).isEqualTo("logs/2026/12/31/23/" + SUFFIX);
    assertThat(name("Prefix", "legacy")).isEqualTo("legacy2026/12/31/23/" + SUFFIX);
  }

  @Test
  void a_prefix_with_expressions_stands_alone() {
    assertThat(name("Prefix", "y=!{timestamp:yyyy}/!{timestamp:MM'-'dd}/"))
        .isEqualTo("y=2026/12-31/" + SUFFIX);
  }

  @Test
  void times_are_those_of_the_chosen_zone() {
    assertThat(name("CustomTimeZone", "Asia/Tokyo"))
        .isEqualTo("2027/01/01/08/orders-3-2027-01-01-08-05-09-" + RANDOM);
    assertThat(name("CustomTimeZone", "")).isEqualTo("2026/12/31/23/" + SUFFIX);
  }

  @ParameterizedTest
  @CsvSource({
    "UNCOMPRESSED, ''",
    "GZIP, .gz",
    "ZIP, .zip",
    "Snappy, .snappy",
    "HADOOP_SNAPPY, .snappy"
  })
  void the_extension_tells_the_compression(String format, String extension) {
    assertThat(name("CompressionFormat", format)).endsWith(RANDOM + extension);
    assertThat(name("CompressionFormat", format, "FileExtension", "")).endsWith(RANDOM + extension);
  }

  @Test
  void a_given_extension_replaces_that_of_the_compression() {
    assertThat(name("CompressionFormat", "GZIP", "FileExtension", ".json.gz"))
        .endsWith(RANDOM + ".json.gz");
  }

  @Property
  void every_random_string_is_eleven_characters_of_its_own_and_the_same_again(
      @ForAll long high, @ForAll long low) {
    UUID random = new UUID(high, low);
    String prefix = "!{firehose:random-string}/!{firehose:random-string}";
    String once = evaluate(prefix, random);
    assertThat(once).matches("[0-9a-z]{11}/[0-9a-z]{11}").isEqualTo(evaluate(prefix, random));
    assertThat(once.substring(0, 11)).isNotEqualTo(once.substring(12));
  }

  @Test
  void an_error_prefix_names_the_type_of_the_error() {
    assertThat(errors("ErrorOutputPrefix", "e/!{firehose:error-output-type}/!{timestamp:yyyy}/"))
        .isEqualTo("e/processing-failed/2026/" + SUFFIX);
  }

  @Test
  void without_expressions_the_type_of_the_error_and_the_hour_follow_the_error_prefix() {
    assertThat(errors()).isEqualTo("processing-failed/2026/12/31/23/" + SUFFIX);
    assertThat(errors("Prefix", "p/")).isEqualTo("p/processing-failed/2026/12/31/23/" + SUFFIX);
    assertThat(errors("Prefix", "p/", "ErrorOutputPrefix", "e/"))
        .isEqualTo("e/processing-failed/2026/12/31/23/" + SUFFIX);
  }

  @Test
  void objects_of_failed_records_have_no_extension_and_the_zone_of_the_others() {
    assertThat(
            errors(
                "CompressionFormat",
                "GZIP",
                "FileExtension",
                ".gz",
                "CustomTimeZone",
                "Asia/Tokyo"))
        .isEqualTo("processing-failed/2027/01/01/08/orders-3-2027-01-01-08-05-09-" + RANDOM);
  }

  @Test
  void partition_keys_are_those_of_the_query_and_of_the_function() {
    S3Target target =
        S3Target.of(
                extendedS3("Prefix", "q=!{partitionKeyFromQuery:k}/l=!{partitionKeyFromLambda:k}/"))
            .orElseThrow();
    assertThat(ObjectNames.name(target, FACTS, ".gz", Map.of("k", "$1"), Map.of("k", "a/b")))
        .isEqualTo("q=$1/l=a/b/" + SUFFIX + ".gz");
  }

  @Test
  void partition_keys_without_a_value_stay_as_they_are_written() {
    assertThat(evaluate("c=!{partitionKeyFromQuery:c}/", RANDOM))
        .isEqualTo("c=!{partitionKeyFromQuery:c}/");
  }

  @Test
  void a_target_knows_its_bucket_and_when_to_deliver() {
    S3Target target = S3Target.of(extendedS3("ErrorOutputPrefix", "e/")).orElseThrow();
    assertThat(target.bucket()).isEqualTo("logs");
    assertThat(target.errorOutputPrefix()).contains("e/");
    assertThat(target.buffering()).isEqualTo(new BufferingHints(5, 300));
    assertThat(S3Target.of(new Destination(DestinationType.SPLUNK, Documents.s3()))).isEmpty();
  }

  private static String evaluate(String prefix, UUID random) {
    return PrefixExpressions.evaluate(
        prefix,
        new PrefixExpressions.Values(
            OLDEST.atZone(ZoneOffset.UTC), random, Optional.empty(), Map.of(), Map.of()));
  }

  private static String name(Object... members) {
    S3Target target = S3Target.of(extendedS3(members)).orElseThrow();
    return ObjectNames.name(target, FACTS, ObjectNames.extension(target.compression()));
  }

  private static String errors(Object... members) {
    return ObjectNames.errors(
        S3Target.of(extendedS3(members)).orElseThrow(), FACTS, "processing-failed");
  }
}
