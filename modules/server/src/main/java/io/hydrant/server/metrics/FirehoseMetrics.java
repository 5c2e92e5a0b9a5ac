package io.hydrant.server.metrics;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.destination.Processor;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.report.ConvertedBatch;
import io.hydrant.delivery.report.DeliveredObject;
import io.hydrant.delivery.report.DeliveryObserver;
import io.hydrant.delivery.report.FailedBatch;
import io.hydrant.delivery.report.ProcessedBatch;
import io.hydrant.delivery.report.ReportedFailure;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * The metrics that Firehose has in CloudWatch, under AWS's names. The sum and the count of a series
 * are CloudWatch's statistics Sum and SampleCount.
 */
final class FirehoseMetrics implements DeliveryObserver {
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final Outcomes codes = new Outcomes();
  private final StreamLabels streams = new StreamLabels();
  private final Summary metrics;
  private final Counter failures;
  private final Counter failedRecords;

  FirehoseMetrics(PrometheusRegistry registry) {
    this.metrics =
        Summary.builder()
            .name("hydrant_firehose_metric")
            .help(
                "Firehose's metrics in CloudWatch, under AWS's names and in AWS's units; the first "
                    + StreamLabels.MOST
                    + " streams, others together.")
            .labelNames("metric", "region", "stream")
            .register(registry);
    this.failures =
        Counter.builder()
            .name("hydrant_delivery_failures_total")
            .help("Attempts to process or to deliver records that failed, by Firehose's code.")
            .labelNames("code")
            .register(registry);
    this.failedRecords =
        Counter.builder()
            .name("hydrant_failed_records_total")
            .help("Records that processors could not process, by Firehose's code.")
            .labelNames("code")
            .register(registry);
    failures.initLabelValues(ReportedFailure.INTERNAL_ERROR);
    failedRecords.initLabelValues(ReportedFailure.INTERNAL_ERROR);
  }

  @Override
  public void processed(DeliveryView stream, ProcessedBatch batch) {
    switch (batch.processor()) {
      case Processor.LAMBDA -> {
        observe(stream, FirehoseMetric.FUNCTION_SUCCESS, 1);
        observe(stream, FirehoseMetric.FUNCTION_DURATION, milliseconds(batch.nanos()));
        observe(stream, FirehoseMetric.FUNCTION_RECORDS, (double) batch.records());
        observe(stream, FirehoseMetric.FUNCTION_BYTES, (double) batch.bytes());
      }
      case Processor.METADATA_EXTRACTION ->
          observe(stream, FirehoseMetric.QUERY_DURATION, milliseconds(batch.nanos()));
      case Processor.DECOMPRESSION -> {
        observe(stream, FirehoseMetric.DECOMPRESSED, (double) batch.records());
        observe(stream, FirehoseMetric.NOT_DECOMPRESSED, (double) batch.failedRecords());
      }
      default -> {
        // AWS has no metric of the other types.
      }
    }
    batch
        .failures()
        .forEach(
            (failure, records) -> failedRecords.labelValues(codes.of(failure.code())).inc(records));
  }

  @Override
  public void processingFailed(DeliveryView stream, FailedBatch batch) {
    failures.labelValues(codes.of(batch.failure().code())).inc();
    if (batch.processor().equals(Processor.LAMBDA)) {
      observe(stream, FirehoseMetric.FUNCTION_SUCCESS, 0);
      observe(stream, FirehoseMetric.FUNCTION_DURATION, milliseconds(batch.nanos()));
    }
  }

  @Override
  public void beyondPartitionsLimit(DeliveryView stream, long records) {
    observe(stream, FirehoseMetric.PARTITIONS_EXCEEDED, records > 0 ? 1 : 0);
  }

  @Override
  public void delivered(DeliveryView stream, DeliveredObject object) {
    if (object.place() == OutputPlace.Kind.BACKUP) {
      observe(stream, FirehoseMetric.BACKUP_SUCCESS, 1);
      observe(stream, FirehoseMetric.BACKUP_RECORDS, (double) object.records());
      observe(stream, FirehoseMetric.BACKUP_BYTES, (double) object.bytes());
    } else {
      observe(stream, FirehoseMetric.DELIVERY_SUCCESS, 1);
      observe(stream, FirehoseMetric.DELIVERY_RECORDS, (double) object.records());
      observe(stream, FirehoseMetric.DELIVERY_BYTES, (double) object.bytes());
      observe(stream, FirehoseMetric.DELIVERY_OBJECTS, 1);
    }
  }

  @Override
  public void deliveryFailed(DeliveryView stream, OutputPlace.Kind place, ReportedFailure failure) {
    failures.labelValues(codes.of(failure.code())).inc();
    observe(
        stream,
        place == OutputPlace.Kind.BACKUP
            ? FirehoseMetric.BACKUP_SUCCESS
            : FirehoseMetric.DELIVERY_SUCCESS,
        0);
  }

  @Override
  public void converted(DeliveryView stream, ConvertedBatch batch) {
    observe(stream, FirehoseMetric.CONVERTED_RECORDS, (double) batch.records());
    observe(stream, FirehoseMetric.CONVERTED_BYTES, (double) batch.bytes());
    observe(stream, FirehoseMetric.NOT_CONVERTED_RECORDS, (double) batch.failedRecords());
    observe(stream, FirehoseMetric.NOT_CONVERTED_BYTES, (double) batch.failedBytes());
  }

  /** Errors of KMS without a metric at AWS are counted as failed attempts only. */
  @Override
  public void keyRefused(DeliveryView stream, String code) {
    switch (code) {
      case "AccessDeniedException" -> observe(stream, FirehoseMetric.KEY_ACCESS_DENIED, 1);
      case "DisabledException" -> observe(stream, FirehoseMetric.KEY_DISABLED, 1);
      case "KMSInvalidStateException" -> observe(stream, FirehoseMetric.KEY_INVALID_STATE, 1);
      case "NotFoundException" -> observe(stream, FirehoseMetric.KEY_NOT_FOUND, 1);
      default -> {
        // For example a KMS that is not available.
      }
    }
  }

  private void observe(DeliveryView stream, FirehoseMetric metric, double value) {
    StreamLabels.Labels labels = streams.of(stream.arn());
    metrics.labelValues(metric.awsName(), labels.region(), labels.stream()).observe(value);
  }

  private static double milliseconds(long nanos) {
    return nanos / NANOS_PER_MILLISECOND;
  }
}
