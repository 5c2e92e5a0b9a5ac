package io.hydrant.core.stream;

import io.hydrant.core.entity.ServiceError;

/** Maps an error of KMS to the failure that a stream's FailureDescription shows. */
public final class KmsErrorMapping {
  private KmsErrorMapping() {}

  static FailureDescription describe(ServiceError kms, FailureType otherwise) {
    return new FailureDescription(
        type(kms.code(), otherwise), kms.message() + " (" + kms.code() + ")");
  }

  /**
   * "If a failure to retire the grant happens due to an AWS KMS issue, Firehose keeps retrying the
   * delete operation."
   */
  static boolean isIssueOfKms(ServiceError kms) {
    return switch (kms.code()) {
      case "KMSInternalException",
          "DependencyTimeoutException",
          "ThrottlingException",
          "ServiceUnavailableException" ->
          true;
      default -> false;
    };
  }

  static FailureDescription notRetired(ServiceError kms) {
    return new FailureDescription(
        FailureType.RETIRE_KMS_GRANT_FAILED,
        "The stream's grant could not be retired: "
            + kms.message()
            + " ("
            + kms.code()
            + "). Mend the key and delete the stream again, or delete it with AllowForceDelete and"
            + " revoke the grant yourself.");
  }

  static FailureDescription held(int epoch, ServiceError kms) {
    return new FailureDescription(
        type(kms.code(), FailureType.UNKNOWN_ERROR),
        "Records that are buffered under key epoch "
            + epoch
            + " cannot be opened and wait: "
            + kms.message()
            + " ("
            + kms.code()
            + ")");
  }

  private static FailureType type(String code, FailureType otherwise) {
    return switch (code) {
      case "AccessDeniedException" -> FailureType.KMS_ACCESS_DENIED;
      case "DisabledException" -> FailureType.DISABLED_KMS_KEY;
      case "NotFoundException" -> FailureType.KMS_KEY_NOT_FOUND;
      case "KMSInvalidStateException", "InvalidKeyUsageException", "InvalidArnException" ->
          FailureType.INVALID_KMS_KEY;
      default -> otherwise;
    };
  }
}
