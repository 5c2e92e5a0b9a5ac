package io.hydrant.core.destination;

/** The reasons for which the columns of a table cannot be read. */
public enum TableProblem {
  /** There is no such table, or no such version of it. */
  NOT_FOUND,
  /** The catalog does not let Firehose read the table. */
  ACCESS_DENIED,
  /** The table has no columns, or one of a type that cannot be written. */
  INVALID_SCHEMA,
  /** The catalog does not answer now. */
  UNAVAILABLE;

  /**
   * Returns the problem that an error of Glue stands for.
   *
   * @param code for example {@code EntityNotFoundException}
   */
  public static TableProblem ofGlue(String code) {
    return switch (code) {
      case "EntityNotFoundException" -> NOT_FOUND;
      case "AccessDeniedException",
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "IncompleteSignature",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "ExpiredTokenException" ->
          ACCESS_DENIED;
      case "InvalidInputException", "ValidationException", "GlueEncryptionException" ->
          INVALID_SCHEMA;
      default -> UNAVAILABLE;
    };
  }
}
