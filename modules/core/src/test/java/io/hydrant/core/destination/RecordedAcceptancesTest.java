package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static io.hydrant.core.destination.S3Configurations.ERRORS;
import static io.hydrant.core.destination.S3Configurations.FUNCTION;
import static io.hydrant.core.destination.S3Configurations.conversion;
import static io.hydrant.core.destination.S3Configurations.converted;
import static io.hydrant.core.destination.S3Configurations.convertedTo;
import static io.hydrant.core.destination.S3Configurations.extraction;
import static io.hydrant.core.destination.S3Configurations.lambda;
import static io.hydrant.core.destination.S3Configurations.lambdaOf;
import static io.hydrant.core.destination.S3Configurations.partitioned;
import static io.hydrant.core.destination.S3Configurations.partitionedBy;
import static io.hydrant.core.destination.S3Configurations.processed;
import static io.hydrant.core.destination.S3Configurations.processor;
import static io.hydrant.core.destination.S3Configurations.timestampFormats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Creations with an S3 destination that AWS was recorded taking in September 2026, or that its
 * documentation shows, though some look wrong.
 */
class RecordedAcceptancesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"processors", "conversions", "partitions", "others"})
  void a_creation_is_taken(String what, Structure configuration) {
    assertThat(Creations.extendedS3(configuration)).as(what).isEmpty();
  }

  static Stream<Arguments> processors() {
    Structure append = processor("AppendDelimiterToRecord", "Delimiter", "\\n");
    return Stream.of(
        arguments("a function that need not be", processed(lambda())),
        arguments("a latest function", processed(lambdaOf(FUNCTION + ":$LATEST"))),
        arguments("an alias", processed(lambdaOf(FUNCTION + ":prod"))),
        arguments("the least buffer", buffered("0.2", "0")),
        arguments("the largest buffer", buffered("3", "900")),
        arguments("no retries", processed(lambda("NumberOfRetries", "0"))),
        arguments("300 retries", processed(lambda("NumberOfRetries", "300"))),
        arguments("a function and a delimiter", processed(lambda(), append)),
        arguments("a delimiter twice", processed(append, append)),
        arguments("five processors", processed(append, append, append, append, append)),
        arguments(
            "nothing, switched off", s3("ProcessingConfiguration", members("Enabled", false))),
        arguments("nothing, left out", s3("ProcessingConfiguration", members())),
        arguments("decompression", processed(processor("Decompression"))),
        arguments(
            "messages of logs",
            processed(
                processor("CloudWatchLogProcessing", "DataMessageExtraction", "true"),
                processor("Decompression", "CompressionFormat", "GZIP"))),
        arguments(
            "envelopes of logs",
            processed(
                processor("Decompression"),
                processor("CloudWatchLogProcessing", "DataMessageExtraction", "False"))),
        arguments(
            "objects of JSON",
            partitioned(processor("RecordDeAggregation", "SubRecordType", "JSON"))),
        arguments(
            "delimited records",
            partitioned(
                processor(
                    "RecordDeAggregation",
                    "SubRecordType",
                    "DELIMITED",
                    "Delimiter",
                    "IyMjIw=="))));
  }

  static Stream<Arguments> conversions() {
    Structure off = members("Enabled", false);
    return Stream.of(
        arguments("JSON to Parquet", converted(conversion())),
        arguments("64 MB", converted(conversion()).with("BufferingHints", hints(64, 60))),
        arguments("ORC", convertedTo(members("OrcSerDe", members()))),
        arguments("patterns of times", timestampFormats("yyyy-MM-dd'T'HH:mm:ss", "millis")),
        arguments(
            "all that is wrong, switched off",
            converted(off)
                .with("CompressionFormat", new Text("GZIP"))
                .with("BufferingHints", hints(5, 60))),
        arguments(
            "a block that is whole, switched off",
            converted(conversion().with("Enabled", new Bool(false)))));
  }

  static Stream<Arguments> partitions() {
    return Stream.of(
        arguments("64 MB and 60 seconds", partitioned()),
        arguments("no hints", partitioned().without("BufferingHints")),
        arguments(
            "a key of a function",
            partitionedBy("!{partitionKeyFromLambda:customer}/!{timestamp:yyyy}/", lambda())),
        arguments(
            "a key that the query does not make",
            partitionedBy(
                "!{partitionKeyFromQuery:a}/!{partitionKeyFromQuery:b}/", extraction("{a:.a}"))),
        arguments(
            "a time of the record",
            partitionedBy(
                "!{partitionKeyFromQuery:id}/!{partitionKeyFromQuery:year}/",
                extraction("{id: .type.id, year: .time | strftime(\"%Y,:}\")}"))));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments("a prefix that begins with a slash", s3("Prefix", "/logs/")),
        arguments(
            "512 characters",
            s3("Prefix", "a".repeat(200) + "/" + "b".repeat(200) + "/".repeat(111))),
        arguments(
            "a literal prefix for errors",
            s3("Prefix", "a/!{timestamp:yyyy}/", "ErrorOutputPrefix", "plainerror/")),
        arguments("a brace alone", s3("Prefix", "my{prefix}/")),
        arguments(
            "a quoted letter",
            s3("Prefix", "!{timestamp:yyyy'T'HH}/", "ErrorOutputPrefix", ERRORS)),
        arguments("no encryption", encrypted(members("NoEncryptionConfig", "NoEncryption"))),
        arguments(
            "a key of the region", encrypted(key("arn:aws:kms:us-east-1:000000000000:key/k"))),
        arguments(
            "names of logs, not used", s3("CloudWatchLoggingOptions", members("Enabled", false))),
        arguments(
            "logging",
            s3(
                "CloudWatchLoggingOptions",
                members("Enabled", true, "LogGroupName", "g", "LogStreamName", "s"))),
        arguments("a backup", s3("S3BackupMode", "Enabled", "S3BackupConfiguration", s3())),
        arguments("no time zone", s3("CustomTimeZone", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Asia/Tokyo", "Asia/Calcutta", "Europe/Kiev", "America/Buenos_Aires"})
  void old_names_of_time_zones_are_taken(String zone) {
    assertThat(Creations.extendedS3(s3("CustomTimeZone", zone))).isEmpty();
  }

  private static Structure buffered(String size, String interval) {
    return processed(lambda("BufferSizeInMBs", size, "BufferIntervalInSeconds", interval));
  }

  private static Structure encrypted(Structure encryption) {
    return s3("EncryptionConfiguration", encryption);
  }

  private static Structure key(String arn) {
    return members("KMSEncryptionConfig", members("AWSKMSKeyARN", arn));
  }
}
