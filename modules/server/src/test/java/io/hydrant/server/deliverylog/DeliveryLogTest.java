package io.hydrant.server.deliverylog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.destination.Processor;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.report.ConvertedBatch;
import io.hydrant.delivery.report.FailedBatch;
import io.hydrant.delivery.report.ProcessedBatch;
import io.hydrant.delivery.report.ReportedFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines that Firehose writes to CloudWatch Logs are in the node's log. */
class DeliveryLogTest {
  private static final Structure NONE = Structure.empty();
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:f";
  private static final String STREAM =
      "\"deliveryStreamARN\":\"arn:aws:firehose:us-east-1:000000000000:deliverystream/orders\"";
  private static final ReportedFailure FAILURE =
      new ReportedFailure("S3.NoSuchBucket", "There is no \"bucket\".");

  private final List<String> lines = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private final DeliveryLog log = new DeliveryLog(lines::add, () -> now);

  private static Structure logging(boolean enabled, String group, String stream) {
    return NONE.with("Enabled", new Bool(enabled))
        .with("LogGroupName", new Text(group))
        .with("LogStreamName", new Text(stream));
  }

  private static Structure bucket(String name, Structure logging) {
    return NONE.with("BucketARN", new Text("arn:aws:s3:::" + name))
        .with("CloudWatchLoggingOptions", logging);
  }

  private static Structure withFunction(Structure bucket) {
    Structure parameter =
        NONE.with("ParameterName", new Text("LambdaArn"))
            .with("ParameterValue", new Text(FUNCTION));
    Structure processor =
        NONE.with("Type", new Text("Lambda")).with("Parameters", new Sequence(List.of(parameter)));
    return bucket.with(
        "ProcessingConfiguration",
        NONE.with("Enabled", new Bool(true)).with("Processors", new Sequence(List.of(processor))));
  }

  private static DeliveryView stream(Structure configuration) {
    return new DeliveryView(
        new StreamArn("us-east-1", "000000000000", new StreamName("orders")),
        new Destination(DestinationType.EXTENDED_S3, configuration),
        "3",
        List.of(),
        false);
  }

  private static DeliveryView logged() {
    return stream(bucket("b", logging(true, "/aws/kinesisfirehose/orders", "DestinationDelivery")));
  }

  @Test
  void a_failed_delivery_has_the_version_as_a_text() {
    log.deliveryFailed(logged(), OutputPlace.Kind.DATA, FAILURE);
    assertThat(lines)
        .containsExactly(
            "/aws/kinesisfirehose/orders DestinationDelivery {"
                + STREAM
                + ",\"destination\":\"arn:aws:s3:::b\",\"deliveryStreamVersionId\":\"3\","
                + "\"message\":\"There is no \\\"bucket\\\".\",\"errorCode\":\"S3.NoSuchBucket\"}");
  }

  @Test
  void a_failed_function_has_the_version_as_a_number_and_the_function() {
    ReportedFailure failure = new ReportedFailure("Lambda.FunctionError", "It threw.");
    DeliveryView stream =
        stream(withFunction(bucket("b", logging(true, "group", "DestinationDelivery"))));
    log.processingFailed(stream, new FailedBatch(Processor.LAMBDA, failure, 1));
    log.processed(stream, new ProcessedBatch(Processor.LAMBDA, 1, 1, Map.of(failure, 7L), 1));
    String line =
        "group DestinationDelivery {"
            + STREAM
            + ",\"destination\":\"arn:aws:s3:::b\",\"deliveryStreamVersionId\":3,"
            + "\"message\":\"It threw.\",\"errorCode\":\"Lambda.FunctionError\",\"processor\":\""
            + FUNCTION
            + "\"}";
    assertThat(lines).containsExactly(line, line);
  }

  @Test
  void another_processor_is_not_named() {
    log.processed(
        stream(withFunction(bucket("b", logging(true, "group", "stream")))),
        new ProcessedBatch(Processor.METADATA_EXTRACTION, 1, 1, Map.of(FAILURE, 1L), 1));
    assertThat(lines).singleElement().asString().doesNotContain("processor");
  }

  @Test
  void records_that_could_not_be_converted_have_a_line_for_each_code() {
    ReportedFailure failure = new ReportedFailure("DataFormatConversion.ParseError", "It failed.");
    log.converted(logged(), new ConvertedBatch(1, 1, Map.of(failure, 5L), 9));
    assertThat(lines)
        .singleElement()
        .asString()
        .endsWith(
            "\"deliveryStreamVersionId\":\"3\",\"message\":\"It failed.\","
                + "\"errorCode\":\"DataFormatConversion.ParseError\"}");
  }

  @Test
  void a_backup_has_a_log_of_its_own() {
    Structure both =
        bucket("b", logging(true, "group", "DestinationDelivery"))
            .with("S3BackupConfiguration", bucket("c", logging(true, "group", "BackupDelivery")));
    log.deliveryFailed(stream(both), OutputPlace.Kind.BACKUP, FAILURE);
    log.deliveryFailed(stream(both), OutputPlace.Kind.ERRORS, FAILURE);
    assertThat(lines.get(0)).startsWith("group BackupDelivery {").contains("arn:aws:s3:::c");
    assertThat(lines.get(1)).startsWith("group DestinationDelivery {").contains("arn:aws:s3:::b");
  }

  @Test
  void a_stream_without_enabled_logging_has_no_line() {
    log.deliveryFailed(stream(NONE), OutputPlace.Kind.DATA, FAILURE);
    log.deliveryFailed(stream(NONE), OutputPlace.Kind.BACKUP, FAILURE);
    DeliveryView off = stream(bucket("b", logging(false, "group", "stream")));
    log.deliveryFailed(off, OutputPlace.Kind.DATA, FAILURE);
    log.processingFailed(off, new FailedBatch(Processor.LAMBDA, FAILURE, 1));
    assertThat(lines).isEmpty();
  }

  @Test
  void a_name_with_a_line_feed_stays_in_its_line() {
    log.deliveryFailed(
        stream(bucket("b", logging(true, "g\nroup", "s\rtream"))), OutputPlace.Kind.DATA, FAILURE);
    assertThat(lines).singleElement().asString().startsWith("g?roup s?tream {");
  }

  @Test
  void a_log_gets_few_lines_of_an_error_in_a_minute_and_another_error_its_own() {
    for (int attempt = 0; attempt < LineBudget.LINES_MAX + 5; attempt++) {
      log.deliveryFailed(logged(), OutputPlace.Kind.DATA, FAILURE);
    }
    assertThat(lines).hasSize(LineBudget.LINES_MAX);
    log.deliveryFailed(
        stream(bucket("b", logging(true, "other", "stream"))), OutputPlace.Kind.DATA, FAILURE);
    assertThat(lines).hasSize(LineBudget.LINES_MAX + 1);
    ReportedFailure other = new ReportedFailure("S3.AccessDenied", "It is denied.");
    log.deliveryFailed(logged(), OutputPlace.Kind.DATA, other);
    assertThat(lines).hasSize(LineBudget.LINES_MAX + 2);
    now = now.plus(LineBudget.PERIOD);
    log.deliveryFailed(logged(), OutputPlace.Kind.DATA, FAILURE);
    assertThat(lines).hasSize(LineBudget.LINES_MAX + 3);
  }

  @Test
  void errors_beyond_a_number_share_one_budget() {
    LineBudget budget = new LineBudget(() -> now);
    for (int number = 0; number < LineBudget.ERRORS_MAX; number++) {
      assertThat(budget.admits("log-" + number)).isTrue();
    }
    for (int number = 0; number < LineBudget.LINES_MAX; number++) {
      assertThat(budget.admits("late-" + number)).isTrue();
    }
    assertThat(budget.admits("latest")).isFalse();
    assertThat(budget.admits("log-0")).isTrue();
  }
}
