package io.hydrant.core.stream;

/** Every number of the Firehose API that the rules of a stream use. */
public final class StreamLimits {
  /** A batch: "up to a limit of 4 MB for the entire request". */
  public static final int BATCH_SIZE_BYTES_MAX = 4 * 1024 * 1024;

  /** Tags a stream. */
  public static final int TAGS_MAX = 50;

  /** ListTagsForDeliveryStream without a limit. */
  public static final int LIST_TAGS_LIMIT_DEFAULT = 50;

  private StreamLimits() {}
}
