package io.hydrant.http.auth.sts;

import io.hydrant.core.entity.ServiceError;

/** The errors of STS, in AWS's words. */
final class StsErrors {
  private static final int SHOWN_CHARS_MAX = 128;

  private StsErrors() {}

  static ServiceError unknownAction(String action, String version) {
    return new ServiceError(
        "InvalidAction",
        "Could not find operation "
            + shown(action)
            + " for version "
            + (version.isEmpty() ? "NO_VERSION_SPECIFIED" : shown(version)));
  }

  /** Assumed: AWS documents no bound of its own. */
  static ServiceError tooManyParameters(int most) {
    return new ServiceError(
        "MalformedQueryString", "The form has more than " + most + " parameters.");
  }

  static ServiceError missing(String parameter) {
    return constraint("Value null at '" + parameter + "'", "Member must not be null");
  }

  static ServiceError constraint(String subject, String constraint) {
    return validation(
        "1 validation error detected: " + subject + " failed to satisfy constraint: " + constraint);
  }

  static ServiceError notARole(String arn) {
    return validation(arn + " is invalid");
  }

  static ServiceError chainedTooLong() {
    return validation(
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
            + " chaining");
  }

  /** To leave them out would allow what their author meant to forbid. */
  static ServiceError sessionPolicies(String parameter) {
    return validation("Session policies are not supported: " + parameter);
  }

  static ServiceError mayNotAssume(String principalArn, String roleArn) {
    return new ServiceError(
        "AccessDenied",
        "User: "
            + principalArn
            + " is not authorized to perform: sts:AssumeRole on resource: "
            + roleArn);
  }

  static ServiceError sessionOfASession() {
    return new ServiceError("AccessDenied", "Cannot call GetSessionToken with session credentials");
  }

  /** A longer text is not repeated in a message. */
  private static String shown(String text) {
    return text.length() <= SHOWN_CHARS_MAX ? text : "of so long a name";
  }

  private static ServiceError validation(String message) {
    return new ServiceError("ValidationError", message);
  }
}
