package io.hydrant.core.policy;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;

/** The errors of policies: malformed ones, and access denied by them. */
public final class PolicyErrors {
  private static final String INVALID_PRINCIPALS =
      "Policy contains a statement with one or more invalid principals.";

  private PolicyErrors() {}

  /**
   * AccessDeniedException.
   *
   * @param ending why, as {@link DenyReason#ending} words it
   */
  public static ServiceError accessDenied(
      Caller caller, String action, String resource, String ending) {
    return new ServiceError(
        "AccessDeniedException",
        "User: "
            + caller.principalArn()
            + " is not authorized to perform: "
            + action
            + " on resource: "
            + resource
            + " "
            + ending);
  }

  /** The text is not JSON, or JSON of another kind. */
  public static ServiceError notAnObject() {
    return malformed("The policy is not a JSON object.");
  }

  static ServiceError unknownElement(String name) {
    return malformed("the element " + quoted(name) + " is not known");
  }

  static ServiceError missing(String element) {
    return malformed("the element " + quoted(element) + " is missing");
  }

  static ServiceError both(String element) {
    return malformed(quoted(element) + " and " + quoted("Not" + element) + " exclude each other");
  }

  static ServiceError empty(String element) {
    return malformed(quoted(element) + " has no value");
  }

  static ServiceError wrongType(String element, String expected) {
    return malformed(quoted(element) + " must be " + expected);
  }

  static ServiceError badVersion() {
    return malformed("the Version must be 2012-10-17 or 2008-10-17");
  }

  static ServiceError badEffect() {
    return malformed("the Effect must be Allow or Deny");
  }

  static ServiceError badSid(String sid) {
    return malformed("the Sid " + quoted(sid) + " must consist of letters and digits");
  }

  static ServiceError repeatedSid(String sid) {
    return malformed("the Sid " + quoted(sid) + " occurs twice");
  }

  static ServiceError principalInIdentityPolicy() {
    return malformed("an identity-based policy must not name a principal");
  }

  static ServiceError notPrincipalWithAllow() {
    return malformed("NotPrincipal is not supported with the Effect Allow");
  }

  /** AWS's words, which do not name the principal. */
  static ServiceError badPrincipal() {
    return malformed(INVALID_PRINCIPALS);
  }

  static ServiceError badAction(String text) {
    return malformed("the action " + quoted(text) + " is not valid");
  }

  static ServiceError badArn(String text) {
    return malformed(quoted(text) + " is not an ARN");
  }

  static ServiceError unknownOperator(String text) {
    return malformed("the condition operator " + quoted(text) + " is not known");
  }

  static ServiceError unsupportedKey(String key) {
    return malformed("the condition key " + quoted(key) + " is not supported");
  }

  /** A stream's tags are not at hand where its actions are allowed or denied. */
  static ServiceError tagsOfStreams(String key) {
    return malformed(
        "the condition key " + quoted(key) + " is not supported for actions of Firehose");
  }

  static ServiceError badValue(String text, ConditionValueType expected) {
    return malformed("the condition value " + quoted(text) + " is not " + expected);
  }

  static ServiceError unsupportedVariable(String name) {
    return malformed("the policy variable " + quoted("${" + name + "}") + " is not supported");
  }

  static ServiceError openVariable(String text) {
    return malformed("a policy variable is not closed in " + quoted(text));
  }

  /** Adds the statement's number, counted from 1, and keeps AWS's own words. */
  static ServiceError inStatement(int index, ServiceError refusal) {
    return refusal.message().equals(INVALID_PRINCIPALS)
        ? refusal
        : malformed("statement " + (index + 1) + ": " + refusal.message());
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static ServiceError malformed(String message) {
    return new ServiceError("MalformedPolicyDocumentException", message);
  }
}
