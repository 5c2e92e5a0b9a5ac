package io.hydrant.delivery.processing;

import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A record on its way through the processors.
 *
 * @param recordId the same at each attempt, and unique in the batch; the parts of one record have
 *     the same
 * @param original the record as it was put
 * @param data what the processors so far have made of it
 * @param queryKeys the partition keys of the query
 * @param lambdaKeys the partition keys of the Lambda function
 */
public record PipelineRecord(
    String recordId,
    Instant arrivedAt,
    Bytes original,
    Bytes data,
    Map<String, String> queryKeys,
    Map<String, String> lambdaKeys) {
  public PipelineRecord {
    queryKeys = Map.copyOf(queryKeys);
    lambdaKeys = Map.copyOf(lambdaKeys);
  }

  /** A record as it leaves the buffer. */
  public static PipelineRecord of(String recordId, Instant arrivedAt, Bytes data) {
    return new PipelineRecord(recordId, arrivedAt, data, data, Map.of(), Map.of());
  }

  PipelineRecord withData(Bytes changed) {
    return new PipelineRecord(recordId, arrivedAt, original, changed, queryKeys, lambdaKeys);
  }

  PipelineRecord withQueryKeys(Map<String, String> keys) {
    Map<String, String> all = new HashMap<>(queryKeys);
    all.putAll(keys);
    return new PipelineRecord(recordId, arrivedAt, original, data, all, lambdaKeys);
  }

  /** Returns the record as a Lambda function has changed it. */
  public PipelineRecord transformed(Bytes changed, Map<String, String> keys) {
    return new PipelineRecord(recordId, arrivedAt, original, changed, queryKeys, keys);
  }
}
