package io.hydrant.core.kms;

import io.hydrant.core.entity.Refusal;

/** Every refusal of KMS. */
public final class Errors {
  private Errors() {}

  public static Refusal noSuchKey(String arn) {
    return new Refusal("NotFoundException", "Key '" + arn + "' does not exist");
  }

  public static Refusal invalidKeyId(String keyId) {
    return new Refusal("NotFoundException", "Invalid keyId '" + keyId + "'");
  }

  public static Refusal noSuchAlias(String arn) {
    return new Refusal("NotFoundException", "Alias " + arn + " is not found.");
  }

  static Refusal noSuchGrant(String grantId) {
    return new Refusal("NotFoundException", "Grant ID " + grantId + " not found");
  }

  static Refusal disabled(KeyArn arn) {
    return new Refusal("DisabledException", arn + " is disabled.");
  }

  static Refusal invalidState(KeyArn arn, KeyState state) {
    String word =
        switch (state) {
          case PENDING_DELETION -> "pending deletion";
          case PENDING_IMPORT -> "pending import";
          case DISABLED -> "disabled";
          case ENABLED -> "enabled";
        };
    return new Refusal("KMSInvalidStateException", arn + " is " + word + ".");
  }

  static Refusal notPendingDeletion(KeyArn arn) {
    return new Refusal("KMSInvalidStateException", arn + " is not pending deletion.");
  }

  static Refusal invalidUsage(KeyArn arn, String usage, String operation) {
    return new Refusal(
        "InvalidKeyUsageException",
        arn + " key usage is " + usage + " which is not valid for " + operation + ".");
  }

  static Refusal notSymmetric(KeyArn arn, String spec, String operation) {
    return new Refusal(
        "InvalidKeyUsageException",
        arn + " key spec is " + spec + " which is not valid for " + operation + ".");
  }

  /** KMS gives no reason. */
  public static Refusal invalidCiphertext() {
    return new Refusal("InvalidCiphertextException", "");
  }

  public static Refusal incorrectKey() {
    return new Refusal(
        "IncorrectKeyException",
        "The key ID in the request does not identify a CMK that can perform this operation.");
  }

  static Refusal aliasExists(String arn) {
    return new Refusal(
        "AlreadyExistsException", "An alias with the name " + arn + " already exists");
  }

  public static Refusal validation(String message) {
    return new Refusal("ValidationException", message);
  }

  /** No grant and no policy lets the principal do it. */
  public static Refusal accessDenied(String principal, String operation, KeyArn arn) {
    return new Refusal(
        "AccessDeniedException",
        "User: "
            + principal
            + " is not authorized to perform: kms:"
            + operation
            + " on resource: "
            + arn
            + " because no resource-based policy allows the kms:"
            + operation
            + " action");
  }
}
