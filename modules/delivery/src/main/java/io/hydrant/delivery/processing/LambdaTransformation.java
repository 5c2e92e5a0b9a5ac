package io.hydrant.delivery.processing;

import io.hydrant.core.destination.Processing.LambdaStep;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.delivery.lambda.LambdaFailure;
import io.hydrant.delivery.lambda.LambdaFunctions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Lets a Lambda function transform a batch. One batch is one invocation, unless the event would be
 * larger than Lambda takes.
 */
final class LambdaTransformation implements Pipeline {
  /** Lambda's limit of an event: 6 MB. */
  static final int EVENT_BYTES_MAX = 6 * 1024 * 1024;

  /** The members of an event besides its records, with room for the longest ARN. */
  private static final int ENVELOPE_BYTES = 1024;

  private final LambdaFunctions functions;
  private final LambdaStep step;
  private final Caller role;
  private final StreamArn stream;
  private final boolean partitioned;

  /**
   * @param role the caller of the function
   * @param partitioned whether the partition keys that the function answers count
   */
  LambdaTransformation(
      LambdaFunctions functions,
      LambdaStep step,
      Caller role,
      StreamArn stream,
      boolean partitioned) {
    this.functions = functions;
    this.step = step;
    this.role = role;
    this.stream = stream;
    this.partitioned = partitioned;
  }

  @Override
  public Processed process(List<PipelineRecord> batch, int attempt) throws BatchFailure {
    List<PipelineRecord> records = new ArrayList<>();
    List<RecordFailure> failures = new ArrayList<>();
    for (Map<String, PipelineRecord> part : parts(batch)) {
      Processed processed = invoke(part, attempt);
      records.addAll(processed.records());
      failures.addAll(processed.failures());
    }
    return new Processed(records, failures);
  }

  /** An invocation that fails at its last attempt fails its own records only. */
  private Processed invoke(Map<String, PipelineRecord> part, int attempt) throws BatchFailure {
    byte[] event = LambdaEvent.of(UUID.randomUUID().toString(), stream, part);
    if (event.length > EVENT_BYTES_MAX) {
      return failed(part, LambdaFailure.eventTooLarge(), attempt);
    }
    try {
      byte[] answer = functions.invoke(step.functionArn(), role, event);
      return LambdaAnswer.read(answer, part, attempt, partitioned);
    } catch (LambdaFailure e) {
      if (attempt <= step.retries()) {
        throw new BatchFailure(e.code(), e.getMessage());
      }
      return failed(part, e, attempt);
    }
  }

  private static Processed failed(
      Map<String, PipelineRecord> part, LambdaFailure failure, int attempt) {
    return new Processed(
        List.of(),
        part.values().stream()
            .map(
                each ->
                    new RecordFailure(
                        each,
                        RecordFailure.PROCESSING,
                        failure.code(),
                        failure.getMessage(),
                        attempt))
            .toList());
  }

  /** Splits a batch only where its event would be too large. */
  private static List<Map<String, PipelineRecord>> parts(List<PipelineRecord> batch) {
    List<Map<String, PipelineRecord>> parts = new ArrayList<>();
    Map<String, PipelineRecord> part = new LinkedHashMap<>();
    long bytes = ENVELOPE_BYTES;
    for (Map.Entry<String, PipelineRecord> each : identified(batch).entrySet()) {
      long more = LambdaEvent.bytes(each.getKey(), each.getValue());
      if (!part.isEmpty() && bytes + more > EVENT_BYTES_MAX) {
        parts.add(part);
        part = new LinkedHashMap<>();
        bytes = ENVELOPE_BYTES;
      }
      part.put(each.getKey(), each.getValue());
      bytes += more;
    }
    parts.add(part);
    return parts;
  }

  /**
   * Gives each record an id of its own. The parts of one record have its id and, from the second
   * part on, a number, which are the same at each attempt.
   */
  private static Map<String, PipelineRecord> identified(List<PipelineRecord> batch) {
    Map<String, PipelineRecord> identified = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (PipelineRecord record : batch) {
      String id = record.recordId();
      while (identified.containsKey(id)) {
        id = record.recordId() + "." + seen.merge(record.recordId(), 1, Integer::sum);
      }
      identified.put(id, record);
    }
    return identified;
  }
}
