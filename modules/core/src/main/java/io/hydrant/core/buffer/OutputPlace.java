package io.hydrant.core.buffer;

import java.util.Map;

/**
 * Where processed records go. Records of the same place share objects.
 *
 * @param errorType the type of error in names of objects, for example {@code processing-failed};
 *     empty for other kinds
 * @param queryKeys the partition keys that a query found; empty without dynamic partitioning
 * @param lambdaKeys the partition keys that a Lambda function gave
 */
public record OutputPlace(
    Kind kind, String errorType, Map<String, String> queryKeys, Map<String, String> lambdaKeys) {
  /** The records that are delivered, those that failed, and the records as they were put. */
  public enum Kind {
    DATA,
    ERRORS,
    BACKUP
  }

  public OutputPlace {
    queryKeys = Map.copyOf(queryKeys);
    lambdaKeys = Map.copyOf(lambdaKeys);
  }

  /** The place of records without partition keys. */
  public static OutputPlace data() {
    return data(Map.of(), Map.of());
  }

  public static OutputPlace data(Map<String, String> queryKeys, Map<String, String> lambdaKeys) {
    return new OutputPlace(Kind.DATA, "", queryKeys, lambdaKeys);
  }

  public static OutputPlace errors(String errorType) {
    return new OutputPlace(Kind.ERRORS, errorType, Map.of(), Map.of());
  }

  public static OutputPlace backup() {
    return new OutputPlace(Kind.BACKUP, "", Map.of(), Map.of());
  }

  /** Returns whether the place is one of the partitions of a stream. */
  public boolean isPartition() {
    return !queryKeys.isEmpty() || !lambdaKeys.isEmpty();
  }
}
