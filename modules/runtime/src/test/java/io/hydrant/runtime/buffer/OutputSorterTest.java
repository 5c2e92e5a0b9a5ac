package io.hydrant.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.ActivePartitions;
import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.buffer.StagedRecords;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.processing.PipelineRecord;
import io.hydrant.delivery.processing.Processed;
import io.hydrant.delivery.processing.RecordFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What processing made is sorted by its place and encrypted. */
class OutputSorterTest {
  private static final StreamArn ARN =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final Instant ARRIVED = NOW.minusSeconds(70);
  private static final Bytes KEY = Bytes.ofUtf8("a data key of thirty-two bytes!!");
  private static final long FIRST = StagedRecords.FIRST_POSITION;

  private static DeliveryView view(Structure configuration) {
    return new DeliveryView(
        ARN, new Destination(DestinationType.EXTENDED_S3, configuration), "1", List.of(), false);
  }

  private static Structure partitioned() {
    return Structure.empty()
        .with(
            "DynamicPartitioningConfiguration", Structure.empty().with("Enabled", new Bool(true)));
  }

  private static Structure backedUp() {
    return Structure.empty()
        .with("S3BackupMode", new Text("Enabled"))
        .with(
            "S3BackupConfiguration",
            Structure.empty().with("BucketARN", new Text("arn:aws:s3:::backup")));
  }

  private static PipelineRecord record(String id, String text, Map<String, String> keys) {
    return new PipelineRecord(
        id, ARRIVED, Bytes.ofUtf8("put " + text), Bytes.ofUtf8(text), keys, Map.of());
  }

  private static OpenedRecords opened(String... texts) {
    List<OpenedRecords.Opened> records = new ArrayList<>();
    for (String text : texts) {
      records.add(new OpenedRecords.Opened(records.size(), ARRIVED, Bytes.ofUtf8(text)));
    }
    return new OpenedRecords(records, 3, Optional.of(KEY));
  }

  private static List<ProcessedRecords> sorted(
      Structure configuration, OpenedRecords from, Processed processed) {
    return new OutputSorter(view(configuration), RecordBuffer.EMPTY, NOW)
        .sorted(from, processed, FIRST);
  }

  private static List<String> texts(ProcessedRecords made) {
    AppendedRecords chunk = made.chunk();
    List<String> texts = new ArrayList<>();
    long position = chunk.firstPosition();
    for (Bytes stored : chunk.records()) {
      texts.add(
          RecordSealer.open(KEY, ARN, chunk.epoch(), position++, stored)
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
              .orElseThrow());
    }
    return texts;
  }

  @Test
  void each_place_gets_its_records_encrypted_for_positions_of_their_own() {
    List<ProcessedRecords> made =
        sorted(
            partitioned(),
            opened("a", "b", "c"),
            new Processed(
                List.of(
                    record("1", "a", Map.of("k", "x")),
                    record("2", "b", Map.of("k", "y")),
                    record("3", "c", Map.of("k", "x"))),
                List.of()));
    assertThat(made)
        .extracting(ProcessedRecords::place)
        .containsExactly(
            OutputPlace.data(Map.of("k", "x"), Map.of()),
            OutputPlace.data(Map.of("k", "y"), Map.of()));
    assertThat(texts(made.get(0))).containsExactly("a", "c");
    assertThat(texts(made.get(1))).containsExactly("b");
    assertThat(made.get(0).chunk().firstPosition()).isEqualTo(FIRST);
    assertThat(made.get(1).chunk().firstPosition()).isEqualTo(FIRST + 2);
    assertThat(made.get(0).chunk().at()).isEqualTo(ARRIVED);
    assertThat(made.get(0).chunk().dataBytes()).isEqualTo(2);
  }

  @Test
  void without_partitioning_keys_do_not_separate_records() {
    List<ProcessedRecords> made =
        sorted(
            Structure.empty(),
            opened("a", "b"),
            new Processed(
                List.of(record("1", "a", Map.of("k", "x")), record("2", "b", Map.of("k", "y"))),
                List.of()));
    assertThat(made).extracting(ProcessedRecords::place).containsExactly(OutputPlace.data());
  }

  @Test
  void failed_records_become_lines_with_what_was_put() {
    List<ProcessedRecords> made =
        sorted(
            Structure.empty(),
            opened("a"),
            new Processed(
                List.of(),
                List.of(
                    new RecordFailure(
                        record("1", "a", Map.of()), "processing-failed", "Code", "Why.", 2))));
    assertThat(made)
        .extracting(ProcessedRecords::place)
        .containsExactly(OutputPlace.errors("processing-failed"));
    assertThat(texts(made.get(0)))
        .singleElement()
        .asString()
        .isEqualTo(
            "{\"rawData\":\"cHV0IGE=\",\"errorCode\":\"Code\",\"errorMessage\":\"Why.\","
                + "\"attemptsMade\":2,\"arrivalTimestamp\":"
                + ARRIVED.toEpochMilli()
                + ",\"attemptEndingTimestamp\":"
                + NOW.toEpochMilli()
                + "}");
  }

  @Test
  void a_backup_gets_every_record_as_it_was_put_by_hints_of_its_own() {
    List<ProcessedRecords> made =
        sorted(
            backedUp(),
            opened("a", "b"),
            new Processed(List.of(record("1", "A", Map.of())), List.of()));
    assertThat(made)
        .extracting(ProcessedRecords::place)
        .containsExactly(OutputPlace.data(), OutputPlace.backup());
    assertThat(texts(made.get(1))).containsExactly("a", "b");
    assertThat(made.get(1).policy()).isEqualTo(new BufferingPolicy(5 * 1024 * 1024, 300));
  }

  @Test
  void a_record_beyond_the_limit_of_partitions_fails() {
    List<PipelineRecord> records =
        IntStream.rangeClosed(0, ActivePartitions.MAX)
            .mapToObj(i -> record("" + i, "r" + i, Map.of("k", "" + i)))
            .toList();
    List<ProcessedRecords> made =
        sorted(partitioned(), opened("a"), new Processed(records, List.of()));
    assertThat(made).hasSize(ActivePartitions.MAX + 1);
    ProcessedRecords last = made.get(ActivePartitions.MAX);
    assertThat(last.place()).isEqualTo(OutputPlace.errors("processing-failed"));
    assertThat(texts(last))
        .singleElement()
        .asString()
        .contains("The number of active partitions has exceeded the configured limit");
  }

  @Test
  void records_of_a_stream_without_encryption_are_stored_as_they_are() {
    OpenedRecords plain =
        new OpenedRecords(
            List.of(new OpenedRecords.Opened(0, ARRIVED, Bytes.ofUtf8("a"))), 0, Optional.empty());
    assertThat(
            sorted(
                    Structure.empty(),
                    plain,
                    new Processed(List.of(record("1", "a", Map.of())), List.of()))
                .get(0)
                .chunk()
                .records())
        .containsExactly(Bytes.ofUtf8("a"));
  }
}
