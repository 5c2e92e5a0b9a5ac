package io.hydrant.core.stream;

/** The members of DeliveryStreamFailureType that concern KMS, spelled as the API spells them. */
public enum FailureType {
  RETIRE_KMS_GRANT_FAILED,
  CREATE_KMS_GRANT_FAILED,
  KMS_ACCESS_DENIED,
  DISABLED_KMS_KEY,
  INVALID_KMS_KEY,
  KMS_KEY_NOT_FOUND,
  UNKNOWN_ERROR
}
