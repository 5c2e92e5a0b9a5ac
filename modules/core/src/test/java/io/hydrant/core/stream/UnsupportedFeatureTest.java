package io.hydrant.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Numeric;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a stream's configuration asks for and Hydrant does not do. */
class UnsupportedFeatureTest {
  private static final Structure NONE = Structure.empty();

  private static List<String> notices(Structure s3) {
    return texts(DestinationType.EXTENDED_S3, s3, DeliveryStreamType.DIRECT_PUT, NONE);
  }

  private static List<String> texts(
      DestinationType type, Structure configuration, DeliveryStreamType source, Structure sources) {
    DeliveryStream stream =
        DeliveryStream.created(
            new StreamIdentity(
                new StreamArn("us-east-1", "000000000000", new StreamName("orders")),
                1,
                source,
                Instant.EPOCH),
            new StreamConfiguration(
                sources, new Destination(type, configuration), 1, Optional.empty(), Map.of()),
            new Lifecycle.Creating(Instant.EPOCH));
    return UnsupportedFeature.of(stream).stream().map(UnsupportedFeature::text).toList();
  }

  private static Structure processing(boolean enabled, String... types) {
    return NONE.with(
        "ProcessingConfiguration",
        NONE.with("Enabled", new Bool(enabled))
            .with(
                "Processors",
                new Sequence(
                    Arrays.stream(types)
                        .<Document>map(type -> NONE.with("Type", new Text(type)))
                        .toList())));
  }

  @Test
  void a_plain_stream_has_no_notice() {
    assertThat(
            notices(
                NONE.with("Prefix", new Text("year=!{timestamp:yyyy}/"))
                    .with("ErrorOutputPrefix", new Text("failed/"))
                    .with("S3BackupMode", new Text("Disabled"))
                    .with(
                        "EncryptionConfiguration",
                        NONE.with("NoEncryptionConfig", new Text("NoEncryption")))))
        .isEmpty();
  }

  @Test
  void processors_partitioning_and_backups_have_no_notice() {
    Structure on = NONE.with("Enabled", new Bool(true));
    assertThat(
            notices(
                processing(true, "Lambda", "MetadataExtraction", "AppendDelimiterToRecord")
                    .with("DynamicPartitioningConfiguration", on)
                    .with("S3BackupMode", new Text("Enabled"))))
        .isEmpty();
  }

  @Test
  void what_is_not_enabled_has_no_notice() {
    Structure off = NONE.with("Enabled", new Bool(false));
    assertThat(notices(NONE.with("DataFormatConversionConfiguration", off))).isEmpty();
  }

  private static Structure conversion(String serializer) {
    return NONE.with(
        "OutputFormatConfiguration", NONE.with("Serializer", NONE.with(serializer, NONE)));
  }

  @Test
  void orc_is_not_written() {
    String notice =
        "OrcSerDe: files in ORC are not written; records wait until the destination is updated to"
            + " Parquet";
    Structure orc = conversion("OrcSerDe");
    assertThat(notices(NONE.with("DataFormatConversionConfiguration", orc)))
        .containsExactly(notice);
    assertThat(
            notices(
                NONE.with(
                    "DataFormatConversionConfiguration", orc.with("Enabled", new Bool(true)))))
        .containsExactly(notice);
    assertThat(
            notices(
                NONE.with(
                    "DataFormatConversionConfiguration", orc.with("Enabled", new Bool(false)))))
        .isEmpty();
  }

  @Test
  void parquet_is_written_and_has_no_notice() {
    assertThat(notices(NONE.with("DataFormatConversionConfiguration", conversion("ParquetSerDe"))))
        .isEmpty();
  }

  @Test
  void logging_is_done_and_has_no_notice() {
    Structure on = NONE.with("CloudWatchLoggingOptions", NONE.with("Enabled", new Bool(true)));
    assertThat(notices(on.with("S3BackupConfiguration", on))).isEmpty();
  }

  @Test
  void the_encryption_of_objects_is_done_and_has_no_notice() {
    assertThat(
            notices(
                NONE.with(
                    "EncryptionConfiguration",
                    NONE.with("KMSEncryptionConfig", NONE.with("AWSKMSKeyARN", new Text("k"))))))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DestinationType.class)
  void every_destination_is_delivered_to_or_has_a_notice(DestinationType type) {
    Set<DestinationType> delivered = EnumSet.of(DestinationType.S3, DestinationType.EXTENDED_S3);
    List<String> texts = texts(type, NONE, DeliveryStreamType.DIRECT_PUT, NONE);
    if (delivered.contains(type)) {
      assertThat(texts).isEmpty();
    } else {
      assertThat(texts)
          .singleElement()
          .asString()
          .startsWith(type.configurationMember() + ": nothing is delivered to ");
    }
  }

  @ParameterizedTest
  @EnumSource(DeliveryStreamType.class)
  void every_source_but_puts_has_a_notice(DeliveryStreamType source) {
    List<String> texts = texts(DestinationType.EXTENDED_S3, NONE, source, NONE);
    assertThat(texts).hasSize(source == DeliveryStreamType.DIRECT_PUT ? 0 : 1);
    assertThat(texts).allMatch(text -> text.contains("SourceConfiguration: "));
  }

  @Test
  void a_throughput_hint_is_information_and_needs_no_notice() {
    Structure hint =
        NONE.with(
            "DirectPutSourceConfiguration", NONE.with("ThroughputHintInMBs", new Numeric(10)));
    assertThat(texts(DestinationType.EXTENDED_S3, NONE, DeliveryStreamType.DIRECT_PUT, hint))
        .isEmpty();
  }

  @Test
  void no_two_features_say_the_same() {
    assertThat(Stream.of(UnsupportedFeature.values()).map(UnsupportedFeature::text))
        .doesNotHaveDuplicates();
  }
}
