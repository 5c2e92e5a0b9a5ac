package io.hydrant.runtime.kms;

import io.hydrant.core.entity.ServiceError;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** The KMS errors that follow from the description of a key at an external KMS. */
final class ExternalErrors {
  private ExternalErrors() {}

  static ServiceError disabled(KeyMetadata key) {
    return new ServiceError("DisabledException", key.arn() + " is disabled.");
  }

  static ServiceError pendingDeletion(KeyMetadata key) {
    return invalidState(key.arn() + " is pending deletion.");
  }

  static ServiceError pendingImport(KeyMetadata key) {
    return invalidState(key.arn() + " is pending import.");
  }

  static ServiceError notUsable(KeyMetadata key) {
    return invalidState(key.arn() + " is in the state " + key.keyStateAsString() + ".");
  }

  static ServiceError wrongUsage(KeyMetadata key) {
    return invalidUsage(
        key.arn()
            + " key usage is "
            + key.keyUsageAsString()
            + " which is not valid for GenerateDataKey.");
  }

  static ServiceError wrongSpec(KeyMetadata key) {
    return invalidUsage(
        key.arn()
            + " key spec is "
            + key.keySpecAsString()
            + " which is not valid for GenerateDataKey.");
  }

  static ServiceError noGrant(String principal, String keyArn) {
    return new ServiceError(
        "AccessDeniedException",
        "User: "
            + principal
            + " is not authorized to perform: kms:Decrypt on resource: "
            + keyArn
            + " because no grant allows the kms:Decrypt action");
  }

  private static ServiceError invalidState(String message) {
    return new ServiceError("KMSInvalidStateException", message);
  }

  private static ServiceError invalidUsage(String message) {
    return new ServiceError("InvalidKeyUsageException", message);
  }
}
