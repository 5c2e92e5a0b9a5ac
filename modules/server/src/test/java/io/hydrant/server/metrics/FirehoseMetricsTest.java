package io.hydrant.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.destination.Processor;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.report.ConvertedBatch;
import io.hydrant.delivery.report.DeliveredObject;
import io.hydrant.delivery.report.FailedBatch;
import io.hydrant.delivery.report.ProcessedBatch;
import io.hydrant.delivery.report.ReportedFailure;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports of deliveries become the metrics that Firehose has in CloudWatch. */
class FirehoseMetricsTest {
  private static final ReportedFailure FAILURE =
      new ReportedFailure("S3.NoSuchBucket", "The bucket does not exist.");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final FirehoseMetrics metrics = new FirehoseMetrics(registry);
  private final Scrape scrape = new Scrape(registry);

  private static DeliveryView stream(String name) {
    return new DeliveryView(
        new StreamArn("us-east-1", "000000000000", new StreamName(name)),
        new Destination(DestinationType.EXTENDED_S3, Structure.empty()),
        "1",
        List.of(),
        false);
  }

  @Test
  void records_and_error_lines_count_for_the_delivery_and_copies_for_the_backup() {
    metrics.delivered(stream("orders"), new DeliveredObject(OutputPlace.Kind.DATA, 3, 30));
    metrics.delivered(stream("orders"), new DeliveredObject(OutputPlace.Kind.ERRORS, 1, 7));
    metrics.delivered(stream("orders"), new DeliveredObject(OutputPlace.Kind.BACKUP, 4, 40));
    metrics.deliveryFailed(stream("orders"), OutputPlace.Kind.ERRORS, FAILURE);
    metrics.deliveryFailed(stream("orders"), OutputPlace.Kind.BACKUP, FAILURE);
    assertThat(scrape.metric("DeliveryToS3.Success", "orders")).isEqualTo("2.0 of 3");
    assertThat(scrape.metric("DeliveryToS3.Records", "orders")).isEqualTo("4.0 of 2");
    assertThat(scrape.metric("DeliveryToS3.Bytes", "orders")).isEqualTo("37.0 of 2");
    assertThat(scrape.metric("DeliveryToS3.ObjectCount", "orders")).isEqualTo("2.0 of 2");
    assertThat(scrape.metric("BackupToS3.Success", "orders")).isEqualTo("1.0 of 2");
    assertThat(scrape.metric("BackupToS3.Records", "orders")).isEqualTo("4.0 of 1");
    assertThat(scrape.metric("BackupToS3.Bytes", "orders")).isEqualTo("40.0 of 1");
    assertThat(scrape.lines())
        .contains("hydrant_delivery_failures_total{code=\"S3.NoSuchBucket\"} 2.0");
  }

  @Test
  void a_function_counts_its_invocations_and_the_records_that_it_left() {
    ReportedFailure failed = new ReportedFailure("Lambda.FunctionError", "It threw.");
    metrics.processingFailed(
        stream("orders"), new FailedBatch(Processor.LAMBDA, failed, 2_000_000));
    metrics.processed(
        stream("orders"),
        new ProcessedBatch(Processor.LAMBDA, 5, 50, Map.of(failed, 2L), 4_000_000));
    assertThat(scrape.metric("ExecuteProcessing.Success", "orders")).isEqualTo("1.0 of 2");
    assertThat(scrape.metric("ExecuteProcessing.Duration", "orders")).isEqualTo("6.0 of 2");
    assertThat(scrape.metric("SucceedProcessing.Records", "orders")).isEqualTo("5.0 of 1");
    assertThat(scrape.metric("SucceedProcessing.Bytes", "orders")).isEqualTo("50.0 of 1");
    assertThat(scrape.lines())
        .contains(
            "hydrant_delivery_failures_total{code=\"Lambda.FunctionError\"} 1.0",
            "hydrant_failed_records_total{code=\"Lambda.FunctionError\"} 2.0");
  }

  @Test
  void queries_decompression_conversion_and_the_limit_of_partitions_count() {
    DeliveryView orders = stream("orders");
    metrics.processed(
        orders, new ProcessedBatch(Processor.METADATA_EXTRACTION, 5, 50, Map.of(), 3_000_000));
    metrics.processed(
        orders, new ProcessedBatch(Processor.DECOMPRESSION, 5, 50, Map.of(FAILURE, 1L), 1));
    metrics.converted(orders, new ConvertedBatch(6, 60, Map.of(FAILURE, 2L), 20));
    metrics.beyondPartitionsLimit(orders, 0);
    metrics.beyondPartitionsLimit(orders, 7);
    assertThat(scrape.metric("JQProcessing.Duration", "orders")).isEqualTo("3.0 of 1");
    assertThat(scrape.metric("OutputDecompressedRecords.Success", "orders")).isEqualTo("5.0 of 1");
    assertThat(scrape.metric("OutputDecompressedRecords.Failed", "orders")).isEqualTo("1.0 of 1");
    assertThat(scrape.metric("SucceedConversion.Records", "orders")).isEqualTo("6.0 of 1");
    assertThat(scrape.metric("SucceedConversion.Bytes", "orders")).isEqualTo("60.0 of 1");
    assertThat(scrape.metric("FailedConversion.Records", "orders")).isEqualTo("2.0 of 1");
    assertThat(scrape.metric("FailedConversion.Bytes", "orders")).isEqualTo("20.0 of 1");
    assertThat(scrape.lines())
        .contains("hydrant_failed_records_total{code=\"S3.NoSuchBucket\"} 1.0");
    assertThat(scrape.metric("PartitionCountExceeded", "orders")).isEqualTo("1.0 of 2");
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException,KMSKeyAccessDenied",
    "DisabledException,KMSKeyDisabled",
    "KMSInvalidStateException,KMSKeyInvalidState",
    "NotFoundException,KMSKeyNotFound"
  })
  void a_refusal_of_kms_has_a_metric_of_its_own(String code, String metric) {
    metrics.keyRefused(stream("orders"), code);
    assertThat(scrape.metric(metric, "orders")).isEqualTo("1.0 of 1");
  }

  @Test
  void another_error_of_kms_has_none() {
    metrics.keyRefused(stream("orders"), "KMSInternalException");
    assertThat(scrape.lines()).noneMatch(line -> line.contains("KMS"));
  }

  @Test
  void streams_beyond_a_number_are_counted_together() {
    for (int number = 0; number < StreamLabels.MOST + 5; number++) {
      metrics.delivered(
          stream("stream-" + number), new DeliveredObject(OutputPlace.Kind.DATA, 2, 2));
    }
    assertThat(scrape.metric("DeliveryToS3.Records", "stream-99")).isEqualTo("2.0 of 1");
    assertThat(scrape.metric("DeliveryToS3.Records", "stream-100")).isEqualTo("none of none");
    assertThat(scrape.lines())
        .contains(
            "hydrant_firehose_metric_sum"
                + "{metric=\"DeliveryToS3.Records\",region=\"Other\",stream=\"Other\"} 10.0");
  }

  @ParameterizedTest
  @EnumSource(FirehoseMetric.class)
  void each_metric_is_in_the_table_of_the_readme(FirehoseMetric metric) throws IOException {
    assertThat(Files.readString(Path.of("..", "runtime", "README.md")))
        .contains("`" + metric.awsName() + "`");
  }
}
