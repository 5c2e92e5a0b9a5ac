package io.hydrant.delivery.processing;

import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.Processing;
import io.hydrant.core.destination.Processing.LambdaStep;
import io.hydrant.core.destination.Processor;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.delivery.lambda.LambdaFunctions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes the pipelines of destinations from their configurations. Safe for several threads. */
public final class Pipelines {
  /** The limit of an unpacked record, and of all unpacked records of a batch. */
  private static final int UNPACKED_RECORD_BYTES_MAX = 16 * 1024 * 1024;

  private static final int UNPACKED_BATCH_BYTES_MAX = 32 * 1024 * 1024;

  private final LambdaFunctions functions;
  private final ProcessorFaults faults;
  private final CompiledQueries queries;

  /**
   * @param clock the time of queries
   */
  public Pipelines(LambdaFunctions functions, InstantSource clock) {
    this(functions, ProcessorFaults.NONE, clock);
  }

  /**
   * @param faults failures on demand, before each processor
   * @param clock the time of queries
   */
  public Pipelines(LambdaFunctions functions, ProcessorFaults faults, InstantSource clock) {
    this.functions = functions;
    this.faults = faults;
    this.queries = new CompiledQueries(clock);
  }

  /**
   * Returns the enabled processors of a destination in the order in which they act. Each processor
   * gets what the earlier ones left, and the failures of all are collected.
   */
  public Pipeline of(Destination destination, StreamArn stream) {
    return of(destination, stream, ProcessorWatch.NONE);
  }

  /**
   * Returns the same processors.
   *
   * @param watch sees each of their runs
   */
  public Pipeline of(Destination destination, StreamArn stream, ProcessorWatch watch) {
    Processing processing = Processing.of(destination);
    List<Pipeline> steps = new ArrayList<>();
    for (Processor processor : processing.processors()) {
      Pipeline step = step(processor, processing, destination, stream);
      steps.add(
          (records, attempt) ->
              watch
                  .watched(processor.type(), withFaults(processor.type(), stream, step))
                  .process(records, attempt));
    }
    return (records, attempt) -> run(steps, records, attempt);
  }

  private static Processed run(List<Pipeline> steps, List<PipelineRecord> records, int attempt)
      throws BatchFailure {
    List<PipelineRecord> left = records;
    List<RecordFailure> failures = new ArrayList<>();
    for (Pipeline step : steps) {
      if (!left.isEmpty()) {
        Processed processed = step.process(left, attempt);
        left = processed.records();
        failures.addAll(processed.failures());
      }
    }
    return new Processed(left, failures);
  }

  private Pipeline withFaults(String type, StreamArn stream, Pipeline step) {
    return (records, attempt) -> {
      Optional<ProcessorFaults.Failure> failure = faults.on(type, stream);
      return failure.isPresent()
          ? new FailedPart(type, failure.get()).process(records, attempt, step)
          : step.process(records, attempt);
    };
  }

  private Pipeline step(
      Processor processor, Processing processing, Destination destination, StreamArn stream) {
    return switch (processor.type()) {
      case Processor.DEAGGREGATION -> Pipeline.of(deaggregation(processor));
      case Processor.DECOMPRESSION ->
          Pipeline.of(new Decompression(UNPACKED_RECORD_BYTES_MAX, UNPACKED_BATCH_BYTES_MAX));
      case Processor.CLOUD_WATCH_LOGS ->
          processor.value("DataMessageExtraction").filter("true"::equalsIgnoreCase).isPresent()
              ? Pipeline.of(new CloudWatchLogMessages())
              : Pipeline.NOTHING;
      case Processor.METADATA_EXTRACTION ->
          Pipeline.of(
              new MetadataExtraction(
                  queries.of(processor.value("MetadataExtractionQuery").orElse(""))));
      case Processor.LAMBDA -> lambda(processing, destination, stream);
      default -> Pipeline.NOTHING;
    };
  }

  private static RecordDeaggregation deaggregation(Processor processor) {
    return processor.value("SubRecordType").filter("DELIMITED"::equals).isPresent()
        ? RecordDeaggregation.delimited(delimiter(processor.value("Delimiter").orElse("")))
        : RecordDeaggregation.json();
  }

  /** Returns the delimiter; a text that is not base64 is the delimiter itself. */
  private static Bytes delimiter(String text) {
    try {
      return Bytes.wrap(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Bytes.ofUtf8(text);
    }
  }

  private Pipeline lambda(Processing processing, Destination destination, StreamArn stream) {
    LambdaStep step = processing.lambda().orElseThrow();
    String role =
        step.roleArn()
            .or(() -> destination.configuration().text("RoleARN"))
            .orElse("arn:aws:iam::" + stream.account() + ":root");
    Caller caller =
        new Caller(stream.account(), stream.region(), role, Optional.empty())
            .calledVia(
                "firehose." + stream.region() + ".amazonaws.com", Optional.of(stream.toString()));
    return new LambdaTransformation(functions, step, caller, stream, processing.partitioned());
  }
}
