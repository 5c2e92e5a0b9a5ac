package io.hydrant.acceptance.probe;

import java.util.Map;
import java.util.Set;

/** What is the same for the errors of all operations of AWS. */
final class CommonErrors {
  /** The errors that any operation may answer without declaring them. */
  private static final Set<String> CODES =
      Set.of(
          "AccessDeniedException",
          "ExpiredTokenException",
          "IncompleteSignatureException",
          "InternalFailure",
          // Declared by most operations of KMS that take tokens and markers, but not by all.
          "InvalidGrantTokenException",
          "InvalidMarkerException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "NotAuthorizedException",
          "OptInRequired",
          "RequestEntityTooLargeException",
          "RequestExpired",
          "SerializationException",
          "ServiceUnavailableException",
          "ThrottlingException",
          "UnknownOperationException",
          "UnrecognizedClientException",
          // Also for what Hydrant does not do, whatever the operation.
          "UnsupportedOperationException",
          "ValidationException");

  /** Those that are not the client's fault, and the one that says so by its status. */
  private static final Map<String, Integer> STATUS =
      Map.of(
          "InternalFailure", 500,
          "KMSInternalException", 500,
          "KeyUnavailableException", 500,
          "DependencyTimeoutException", 503,
          "ServiceUnavailableException", 503,
          "RequestEntityTooLargeException", 413);

  private CommonErrors() {}

  static boolean has(String code) {
    return CODES.contains(code);
  }

  static int status(String code) {
    return STATUS.getOrDefault(code, 400);
  }
}
