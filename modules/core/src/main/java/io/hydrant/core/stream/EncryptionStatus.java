package io.hydrant.core.stream;

/** DeliveryStreamEncryptionStatus, spelled as the API spells it. */
public enum EncryptionStatus {
  ENABLED,
  ENABLING,
  ENABLING_FAILED,
  DISABLED,
  DISABLING,
  DISABLING_FAILED
}
