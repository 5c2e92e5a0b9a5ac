package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.extendedS3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The objects of a batch, by the place of its records. */
class ObjectPlanTest {
  private static final UUID RANDOM = new UUID(0, 1);
  private static final ObjectNames.Facts FACTS =
      new ObjectNames.Facts(
          new StreamName("orders"), "1", Instant.parse("2026-11-28T22:05:09Z"), RANDOM);
  private static final StreamArn ARN =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final String NAME = "orders-1-2026-11-28-22-05-09-" + RANDOM;
  private static final String HOUR = "2026/11/28/22/";

  private static ObjectPlan plan(Destination destination, OutputPlace place) {
    return ObjectPlan.of(destination, Conversion.of(destination, ARN), Optional.of(place), FACTS)
        .orElseThrow();
  }

  private static Structure converted(String serializer) {
    return Structure.empty()
        .with(
            "OutputFormatConfiguration",
            Structure.empty()
                .with("Serializer", Structure.empty().with(serializer, Structure.empty())));
  }

  @Test
  void data_has_the_prefix_the_extension_and_the_compression_of_the_destination() {
    assertThat(
            plan(extendedS3("Prefix", "p/", "CompressionFormat", "GZIP"), OutputPlace.data())
                .target())
        .isEqualTo(new S3ObjectLocation("logs", "p/" + HOUR + NAME + ".gz", "GZIP"));
  }

  @Test
  void records_that_were_not_processed_are_data() {
    assertThat(ObjectPlan.of(extendedS3(), Optional.empty(), Optional.empty(), FACTS))
        .contains(plan(extendedS3(), OutputPlace.data()));
  }

  @Test
  void a_partition_has_its_keys_in_the_name() {
    assertThat(
            plan(
                    extendedS3("Prefix", "!{partitionKeyFromQuery:c}/"),
                    OutputPlace.data(Map.of("c", "7"), Map.of()))
                .target()
                .key())
        .isEqualTo("7/" + NAME);
  }

  @Test
  void failed_records_have_no_compression_and_no_extension() {
    assertThat(
            plan(
                    extendedS3("ErrorOutputPrefix", "e/", "CompressionFormat", "GZIP"),
                    OutputPlace.errors("processing-failed"))
                .target())
        .isEqualTo(
            new S3ObjectLocation("logs", "e/processing-failed/" + HOUR + NAME, "UNCOMPRESSED"));
  }

  @Test
  void a_backup_has_the_bucket_the_prefix_and_the_compression_of_its_own() {
    Structure backup =
        Structure.empty()
            .with("BucketARN", new Text("arn:aws:s3:::backup"))
            .with("Prefix", new Text("b/"))
            .with("CompressionFormat", new Text("ZIP"));
    assertThat(
            plan(
                    extendedS3("S3BackupMode", "Enabled", "S3BackupConfiguration", backup),
                    OutputPlace.backup())
                .target())
        .isEqualTo(new S3ObjectLocation("backup", "b/" + HOUR + NAME + ".zip", "ZIP"));
    assertThat(
            ObjectPlan.of(extendedS3(), Optional.empty(), Optional.of(OutputPlace.backup()), FACTS))
        .isEmpty();
  }

  @Test
  void converted_data_has_the_extension_of_its_format_and_an_object_for_failed_records() {
    ObjectPlan parquet =
        plan(
            extendedS3("DataFormatConversionConfiguration", converted("ParquetSerDe")),
            OutputPlace.data());
    assertThat(parquet.target().key()).isEqualTo(HOUR + NAME + ".parquet");
    assertThat(parquet.errors())
        .contains(
            new S3ObjectLocation(
                "logs", "format-conversion-failed/" + HOUR + NAME, "UNCOMPRESSED"));
    assertThat(
            plan(
                    extendedS3("DataFormatConversionConfiguration", converted("OrcSerDe")),
                    OutputPlace.data())
                .target()
                .key())
        .endsWith(".orc");
  }

  @Test
  void another_kind_of_destination_has_no_object_for_its_data() {
    Destination splunk = new Destination(DestinationType.SPLUNK, Structure.empty());
    assertThat(ObjectPlan.of(splunk, Optional.empty(), Optional.empty(), FACTS)).isEmpty();
  }
}
