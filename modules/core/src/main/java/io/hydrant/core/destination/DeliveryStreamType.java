package io.hydrant.core.destination;

/** The source of a stream's records, with the API's spelling. */
public enum DeliveryStreamType {
  DIRECT_PUT("DirectPut"),
  KINESIS_STREAM_AS_SOURCE("KinesisStreamAsSource"),
  MSK_AS_SOURCE("MSKAsSource"),
  DATABASE_AS_SOURCE("DatabaseAsSource");

  private final String wireName;

  DeliveryStreamType(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /**
   * Returns whether Firehose encrypts the buffered records of such a stream; otherwise its source
   * does.
   */
  public boolean takesEncryption() {
    return switch (this) {
      case DIRECT_PUT, DATABASE_AS_SOURCE -> true;
      case KINESIS_STREAM_AS_SOURCE, MSK_AS_SOURCE -> false;
    };
  }

  /** The type of that wire name; the validator has let only known names through. */
  public static DeliveryStreamType of(String wireName) {
    for (DeliveryStreamType type : values()) {
      if (type.wireName.equals(wireName)) {
        return type;
      }
    }
    throw new IllegalArgumentException("not a delivery stream type: " + wireName);
  }
}
