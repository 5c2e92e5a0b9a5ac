package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static io.hydrant.core.destination.S3Configurations.ERRORS;
import static io.hydrant.core.destination.S3Configurations.converted;
import static io.hydrant.core.destination.S3Configurations.extraction;
import static io.hydrant.core.destination.S3Configurations.lambda;
import static io.hydrant.core.destination.S3Configurations.partitioned;
import static io.hydrant.core.destination.S3Configurations.partitionedBy;
import static io.hydrant.core.destination.S3Configurations.schemaWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.ServiceError;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every creation with an S3 destination that AWS was recorded refusing in September 2026, with its
 * exact words.
 */
class RecordedRefusalsTest {
  private static final String PREFIXES =
      "The supplied prefix(es) do not satisfy the following constraint: ";
  private static final String ZONE =
      "Provided custom time zone is not supported. Custom time zones are limited to UTC and"
          + " non-3-letter IANA time zones.";
  private static final String EU_KEY =
      "arn:aws:kms:eu-west-1:000000000000:key/11111111-2222-3333-4444-555555555555";

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "io.hydrant.core.destination.RefusedProcessors#processors",
    "io.hydrant.core.destination.RefusedConversions#conversions",
    "partitions",
    "prefixes",
    "others"
  })
  void a_creation_is_refused_in_the_words_of_aws(
      String what, Structure configuration, String words) {
    assertThat(Creations.extendedS3(configuration))
        .as(what)
        .contains(new ServiceError("InvalidArgumentException", words));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void a_role_of_another_account_is_denied(String what, Structure configuration, String words) {
    assertThat(Creations.extendedS3(configuration))
        .as(what)
        .contains(new ServiceError("AccessDeniedException", words));
  }

  static Stream<Arguments> partitions() {
    return Stream.of(
        arguments(
            "63 MB",
            partitioned().with("BufferingHints", hints(63, 300)),
            "BufferingHints.SizeInMBs must be at least 64 when Dynamic Partitioning is enabled."),
        arguments(
            "59 seconds",
            partitioned().with("BufferingHints", hints(64, 59)),
            "BufferingHints.IntervalInSeconds must be at least 60 seconds when Dynamic Partitioning"
                + " is enabled."),
        arguments(
            "a plain prefix",
            partitionedBy("data/plain/", extraction("{dept: .dept}")),
            "S3 Prefix should contain Dynamic Partitioning namespaces when Dynamic Partitioning is"
                + " enabled"),
        arguments(
            "no processing",
            partitioned().without("ProcessingConfiguration"),
            "Processing Configuration is not enabled when DataPartitioning is enabled"),
        arguments(
            "no extraction",
            partitionedBy("!{partitionKeyFromQuery:a}/", lambda()),
            "MetadataExtraction processor should be present when S3 Prefix has"
                + " partitionKeyFromQuery namespace."),
        arguments(
            "no function",
            partitionedBy("!{partitionKeyFromLambda:a}/", extraction("{a:.a}")),
            "Lambda should be present when S3 Prefix contains keys from partitionKeyFromLambda"
                + " namespace"),
        arguments(
            "a key that is not used",
            partitionedBy("p/!{partitionKeyFromQuery:missing}/", extraction("{a:.a}")),
            "MetaDataExtraction JQ Query can't contain keys that are not present in the S3 Prefix"
                + " expression"),
        arguments(
            "a namespace without partitions",
            prefix("!{partitionKeyFromQuery:a}/", ERRORS),
            "Dynamic Partitioning Namespaces can only be part of a prefix expression when Dynamic"
                + " Partitioning is enabled."),
        arguments(
            "a namespace for errors",
            partitioned()
                .with("ErrorOutputPrefix", new Text("e/!{partitionKeyFromQuery:a}/" + ERRORS)),
            "Dynamic Partitioning Namespaces can't be part of an error prefix expression"));
  }

  static Stream<Arguments> prefixes() {
    String value =
        PREFIXES + "Invalid conversion character used in the value of the expression in Prefix";
    return Stream.of(
        arguments(
            "not closed, before the missing ErrorOutputPrefix",
            s3("Prefix", "my!{prefix/"),
            PREFIXES
                + "Invalid expression usage: my!{prefix/.Must be of the form"
                + " !{<namespace>:<value>}"),
        arguments(
            "another namespace",
            prefix("a/!{bogus:yyyy}/", ERRORS),
            PREFIXES + "Namespace to the left of colon (bogus) is an invalid keyword!"),
        arguments("another value", prefix("a/!{firehose:bogus}/", ERRORS), value),
        arguments("a letter that is none", prefix("a/!{timestamp:yyyy/bbb}/", ERRORS), value),
        arguments(
            "513 characters",
            s3("Prefix", "a".repeat(512) + "/"),
            PREFIXES + "Length of evaluated prefix cannot be greater than 512"),
        arguments(
            "513 characters for errors",
            s3("ErrorOutputPrefix", "a".repeat(512) + "/"),
            PREFIXES + "Length of evaluated ErrorOutputPrefix cannot be greater than 512"),
        arguments(
            "no prefix for errors",
            s3("Prefix", "a/!{timestamp:yyyy}/"),
            PREFIXES
                + "ErrorOutputPrefix cannot be null or empty when Prefix contains expressions"),
        arguments(
            "an empty prefix for errors",
            prefix("a/!{timestamp:yyyy}/", ""),
            PREFIXES
                + "ErrorOutputPrefix cannot be null or empty when Prefix contains expressions"),
        arguments(
            "no type of error",
            s3("ErrorOutputPrefix", "e/!{timestamp:yyyy}/"),
            PREFIXES
                + "ErrorOutputPrefix must contain at least one occurrence of"
                + " !{firehose:error-output-type}"),
        arguments(
            "a type of error in the prefix",
            prefix("a/!{firehose:error-output-type}/", ERRORS),
            PREFIXES + "Prefix must not contain any occurrence of !{firehose:error-output-type}"));
  }

  static Stream<Arguments> others() {
    Structure both =
        members(
            "NoEncryptionConfig",
            "NoEncryption",
            "KMSEncryptionConfig",
            members("AWSKMSKeyARN", EU_KEY));
    return Stream.of(
        arguments(
            "both encryptions",
            s3("EncryptionConfiguration", both),
            "Exactly one of NoEncryptionConfig or KMSEncryptionConfig must be specified"),
        arguments(
            "a key of another region",
            s3("EncryptionConfiguration", both.without("NoEncryptionConfig")),
            "KMS Key "
                + EU_KEY
                + " does not exist in the same region as the S3 bucket. KMS Key region: eu-west-1."
                + " S3 Bucket Region: us-east-1"),
        arguments(
            "no log group",
            s3("CloudWatchLoggingOptions", members("Enabled", true)),
            "CloudWatch Log Group Name is required if CloudWatch Logging is enabled"),
        arguments(
            "no bucket for the backup",
            s3("S3BackupMode", "Enabled"),
            "S3 backup destination configuration is required when enabling S3 backup."),
        arguments("no place on earth", s3("CustomTimeZone", "Mars/Phobos"), ZONE),
        arguments("three letters", s3("CustomTimeZone", "EST"), ZONE),
        arguments("a new name", s3("CustomTimeZone", "Asia/Kolkata"), ZONE),
        arguments("another new name", s3("CustomTimeZone", "Europe/Kyiv"), ZONE));
  }

  static Stream<Arguments> places() {
    String foreign = "arn:aws:iam::111122223333:role/r";
    return Stream.of(
        arguments(
            "the role of the schema",
            converted(schemaWith("RoleARN", foreign)),
            "Cross-account pass role is not allowed."),
        arguments(
            "the role of the destination",
            s3("RoleARN", foreign),
            "User: arn:aws:iam::000000000000:root is not authorized to access this resource"));
  }

  private static Structure prefix(String prefix, String errorPrefix) {
    return s3("Prefix", prefix, "ErrorOutputPrefix", errorPrefix);
  }
}
