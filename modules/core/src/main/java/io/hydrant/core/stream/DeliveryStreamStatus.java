package io.hydrant.core.stream;

/** DeliveryStreamStatus, spelled as the API spells it. */
public enum DeliveryStreamStatus {
  CREATING,
  CREATING_FAILED,
  DELETING,
  DELETING_FAILED,
  ACTIVE
}
