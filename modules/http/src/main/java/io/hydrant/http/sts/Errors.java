package io.hydrant.http.sts;

import io.hydrant.core.entity.Refusal;

/** Every refusal of STS, in AWS's words. */
final class Errors {
  private static final int SHOWN_CHARS_MAX = 128;

  private Errors() {}

  static Refusal unknownAction(String action, String version) {
    return new Refusal(
        "InvalidAction",
        "Could not find operation "
            + shown(action)
            + " for version "
            + (version.isEmpty() ? "NO_VERSION_SPECIFIED" : shown(version)));
  }

  /** Assumed: AWS documents no bound of its own. */
  static Refusal tooManyParameters(int most) {
    return new Refusal("MalformedQueryString", "The form has more than " + most + " parameters.");
  }

  static Refusal missing(String parameter) {
    return constraint("Value null at '" + parameter + "'", "Member must not be null");
  }

  static Refusal constraint(String subject, String constraint) {
    return validation(
        "1 validation error detected: " + subject + " failed to satisfy constraint: " + constraint);
  }

  static Refusal notARole(String arn) {
    return validation(arn + " is invalid");
  }

  static Refusal chainedTooLong() {
    return validation(
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
            + " chaining");
  }

  /** To leave them out would allow what their author meant to forbid. */
  static Refusal sessionPolicies(String parameter) {
    return validation("Session policies are not supported: " + parameter);
  }

  static Refusal mayNotAssume(String principalArn, String roleArn) {
    return new Refusal(
        "AccessDenied",
        "User: "
            + principalArn
            + " is not authorized to perform: sts:AssumeRole on resource: "
            + roleArn);
  }

  static Refusal sessionOfASession() {
    return new Refusal("AccessDenied", "Cannot call GetSessionToken with session credentials");
  }

  /** A longer text is not repeated in a message. */
  private static String shown(String text) {
    return text.length() <= SHOWN_CHARS_MAX ? text : "of so long a name";
  }

  private static Refusal validation(String message) {
    return new Refusal("ValidationError", message);
  }
}
