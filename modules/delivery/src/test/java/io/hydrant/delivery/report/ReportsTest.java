package io.hydrant.delivery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.conversion.Converted;
import io.hydrant.delivery.processing.BatchFailure;
import io.hydrant.delivery.processing.PipelineRecord;
import io.hydrant.delivery.processing.Processed;
import io.hydrant.delivery.processing.RecordFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What deliveries report: figures, codes, and no data of records. */
class ReportsTest {
  private static final String SECRET = "secret";
  private static final DeliveryView STREAM =
      new DeliveryView(
          new StreamArn("us-east-1", "000000000000", new StreamName("orders")),
          new Destination(DestinationType.EXTENDED_S3, Structure.empty()),
          "1",
          List.of(),
          false);

  private final List<Object> seen = new ArrayList<>();
  private final DeliveryObserver observer =
      new DeliveryObserver() {
        @Override
        public void processed(DeliveryView stream, ProcessedBatch batch) {
          seen.add(batch);
        }

        @Override
        public void processingFailed(DeliveryView stream, FailedBatch batch) {
          seen.add(batch.processor() + ": " + batch.failure());
        }
      };

  private static PipelineRecord record(String data) {
    return PipelineRecord.of("1", Instant.EPOCH, Bytes.ofUtf8(data));
  }

  private static RecordFailure failure(String code, String message) {
    return new RecordFailure(record("a"), RecordFailure.PROCESSING, code, message, 1);
  }

  @Test
  void records_that_fail_alike_are_counted_together_and_only_a_function_s_message_is_kept() {
    ProcessedBatch batch =
        ProcessedBatch.of(
            "Lambda",
            new Processed(
                List.of(record("ab"), record("c")),
                List.of(
                    failure("DynamicPartitioning.MetadataExtractionFailed", "at " + SECRET),
                    failure("DynamicPartitioning.MetadataExtractionFailed", "at another"),
                    failure("Lambda.ProcessingFailedStatus", "It failed."))),
            9);
    assertThat(batch.records()).isEqualTo(2);
    assertThat(batch.bytes()).isEqualTo(3);
    assertThat(batch.failedRecords()).isEqualTo(3);
    assertThat(batch.failures())
        .isEqualTo(
            Map.of(
                new ReportedFailure(
                    "DynamicPartitioning.MetadataExtractionFailed",
                    "A record could not be processed."),
                2L,
                new ReportedFailure("Lambda.ProcessingFailedStatus", "It failed."),
                1L));
    assertThat(batch.toString()).doesNotContain(SECRET);
  }

  @Test
  void a_conversion_counts_what_failed_by_code() {
    Converted converted =
        new Converted(
            Optional.empty(),
            2,
            Map.of("DataFormatConversion.ParseError", 2L),
            5,
            List.of(SECRET, SECRET));
    ConvertedBatch batch = ConvertedBatch.of(3, 9, converted);
    assertThat(batch.records()).isEqualTo(1);
    assertThat(batch.bytes()).isEqualTo(4);
    assertThat(batch.failedRecords()).isEqualTo(2);
    assertThat(batch.failedBytes()).isEqualTo(5);
    assertThat(batch.toString()).contains("DataFormatConversion.ParseError").doesNotContain(SECRET);
  }

  @Test
  void all_observers_see_the_runs_of_processors() throws BatchFailure {
    ReportedProcessors watch =
        new ReportedProcessors(DeliveryObserver.all(List.of(observer, observer)), STREAM);
    watch
        .watched("Lambda", (records, attempt) -> new Processed(records, List.of()))
        .process(List.of(record("ab")), 1);
    assertThat(seen).hasSize(2).allMatch(each -> ((ProcessedBatch) each).bytes() == 2);
    seen.clear();
    assertThatThrownBy(
            () ->
                watch
                    .watched(
                        "Lambda",
                        (records, attempt) -> {
                          throw new BatchFailure("Lambda.FunctionError", "It threw.");
                        })
                    .process(List.of(), 1))
        .isInstanceOf(BatchFailure.class);
    String words = "Lambda: ReportedFailure[code=Lambda.FunctionError, message=It threw.]";
    assertThat(seen).containsExactly(words, words);
  }
}
