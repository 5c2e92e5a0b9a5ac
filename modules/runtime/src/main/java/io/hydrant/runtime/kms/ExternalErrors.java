package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Refusal;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** What Firehose concludes from what an external KMS tells about a key, in KMS's words. */
final class ExternalErrors {
  private ExternalErrors() {}

  static Refusal disabled(KeyMetadata key) {
    return new Refusal("DisabledException", key.arn() + " is disabled.");
  }

  static Refusal pendingDeletion(KeyMetadata key) {
    return invalidState(key.arn() + " is pending deletion.");
  }

  static Refusal pendingImport(KeyMetadata key) {
    return invalidState(key.arn() + " is pending import.");
  }

  static Refusal notUsable(KeyMetadata key) {
    return invalidState(key.arn() + " is in the state " + key.keyStateAsString() + ".");
  }

  static Refusal wrongUsage(KeyMetadata key) {
    return invalidUsage(
        key.arn()
            + " key usage is "
            + key.keyUsageAsString()
            + " which is not valid for GenerateDataKey.");
  }

  static Refusal wrongSpec(KeyMetadata key) {
    return invalidUsage(
        key.arn()
            + " key spec is "
            + key.keySpecAsString()
            + " which is not valid for GenerateDataKey.");
  }

  static Refusal noGrant(String principal, String keyArn) {
    return new Refusal(
        "AccessDeniedException",
        "User: "
            + principal
            + " is not authorized to perform: kms:Decrypt on resource: "
            + keyArn
            + " because no grant allows the kms:Decrypt action");
  }

  private static Refusal invalidState(String message) {
    return new Refusal("KMSInvalidStateException", message);
  }

  private static Refusal invalidUsage(String message) {
    return new Refusal("InvalidKeyUsageException", message);
  }
}
