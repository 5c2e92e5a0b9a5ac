package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.ServiceError;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The buckets inside other destinations' configurations keep the rules of S3. */
class InnerBucketsTest {
  private static final Structure FOREIGN_KEY =
      members("AWSKMSKeyARN", "arn:aws:kms:eu-west-1:000000000000:key/k");

  /** What is wrong, and how AWS's words begin. */
  private static final Map<Structure, String> WRONG =
      Map.of(
          s3("EncryptionConfiguration", members()), "Exactly one of NoEncryptionConfig",
          s3("EncryptionConfiguration", members("KMSEncryptionConfig", FOREIGN_KEY)), "KMS Key arn",
          s3("CloudWatchLoggingOptions", members("Enabled", true)), "CloudWatch Log Group Name",
          s3("CloudWatchLoggingOptions", members("Enabled", true, "LogGroupName", "g")),
              "CloudWatch Log Stream Name",
          s3("Prefix", "x".repeat(513)), "The supplied prefix(es)",
          s3("BufferingHints", members("SizeInMBs", 5)), "BufferingHints must have both");

  @Property
  void every_kind_with_a_bucket_inside(@ForAll DestinationType type) {
    assumeThat(Kinds.configuration(type).has("S3Configuration")).isTrue();
    WRONG.forEach((wrong, words) -> refused(type, "S3Configuration", wrong, words));
  }

  @Test
  void the_backup_of_s3_and_redshift() {
    for (DestinationType type :
        new DestinationType[] {DestinationType.EXTENDED_S3, DestinationType.REDSHIFT}) {
      WRONG.forEach((wrong, words) -> refused(type, "S3BackupConfiguration", wrong, words));
    }
  }

  @Property
  void logging_of_every_kind_has_names(@ForAll DestinationType type) {
    Structure nameless = members("Enabled", true);
    refused(type, "CloudWatchLoggingOptions", nameless, "CloudWatch Log Group Name is required");
    Structure named = members("Enabled", true, "LogGroupName", "g", "LogStreamName", "s");
    assertThat(
            Creations.of(type, Kinds.configuration(type).with("CloudWatchLoggingOptions", named)))
        .isEmpty();
  }

  @Property
  void a_backup_is_buffered_for_60_to_900_seconds(@ForAll DestinationType type) {
    assumeThat(type).isNotEqualTo(DestinationType.S3);
    boolean own = type == DestinationType.EXTENDED_S3 || type == DestinationType.REDSHIFT;
    String member = own ? "S3BackupConfiguration" : "S3Configuration";
    refused(
        type,
        member,
        s3("BufferingHints", hints(5, 59)),
        "S3 backup buffering interval must be between 60 and 900 seconds.");
    for (int seconds : new int[] {60, 900}) {
      Structure backup = s3("BufferingHints", hints(5, seconds));
      assertThat(Creations.of(type, Kinds.configuration(type).with(member, backup))).isEmpty();
    }
  }

  @Test
  void the_way_to_redshift_is_no_backup() {
    Structure soon = s3("BufferingHints", hints(5, 0));
    DestinationType redshift = DestinationType.REDSHIFT;
    assertThat(Creations.of(redshift, Kinds.configuration(redshift).with("S3Configuration", soon)))
        .isEmpty();
    refused(
        redshift,
        "S3BackupMode",
        new Text("Enabled"),
        "S3 backup destination configuration is required when enabling S3 backup.");
  }

  private static void refused(DestinationType type, String member, Document wrong, String words) {
    assertThat(Creations.of(type, Kinds.configuration(type).with(member, wrong)))
        .map(ServiceError::message)
        .hasValueSatisfying(message -> assertThat(message).startsWith(words));
  }
}
