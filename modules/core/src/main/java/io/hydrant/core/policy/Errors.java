package io.hydrant.core.policy;

import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;

/** Every refusal of a policy, and by policies. */
public final class Errors {
  private static final String INVALID_PRINCIPALS =
      "Policy contains a statement with one or more invalid principals.";

  private Errors() {}

  /**
   * What a caller may not do.
   *
   * @param ending why, as {@link Denial#ending} words it
   */
  public static Refusal accessDenied(Caller caller, String action, String resource, String ending) {
    return new Refusal(
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
  public static Refusal notAnObject() {
    return malformed("The policy is not a JSON object.");
  }

  static Refusal unknownElement(String name) {
    return malformed("the element " + quoted(name) + " is not known");
  }

  static Refusal missing(String element) {
    return malformed("the element " + quoted(element) + " is missing");
  }

  static Refusal both(String element) {
    return malformed(quoted(element) + " and " + quoted("Not" + element) + " exclude each other");
  }

  static Refusal empty(String element) {
    return malformed(quoted(element) + " has no value");
  }

  static Refusal wrongType(String element, String expected) {
    return malformed(quoted(element) + " must be " + expected);
  }

  static Refusal badVersion() {
    return malformed("the Version must be 2012-10-17 or 2008-10-17");
  }

  static Refusal badEffect() {
    return malformed("the Effect must be Allow or Deny");
  }

  static Refusal badSid(String sid) {
    return malformed("the Sid " + quoted(sid) + " must consist of letters and digits");
  }

  static Refusal repeatedSid(String sid) {
    return malformed("the Sid " + quoted(sid) + " occurs twice");
  }

  static Refusal principalInIdentityPolicy() {
    return malformed("an identity-based policy must not name a principal");
  }

  static Refusal notPrincipalWithAllow() {
    return malformed("NotPrincipal is not supported with the Effect Allow");
  }

  /** AWS's words, which do not name the principal. */
  static Refusal badPrincipal() {
    return malformed(INVALID_PRINCIPALS);
  }

  static Refusal badAction(String text) {
    return malformed("the action " + quoted(text) + " is not valid");
  }

  static Refusal badArn(String text) {
    return malformed(quoted(text) + " is not an ARN");
  }

  static Refusal unknownOperator(String text) {
    return malformed("the condition operator " + quoted(text) + " is not known");
  }

  static Refusal unsupportedKey(String key) {
    return malformed("the condition key " + quoted(key) + " is not supported");
  }

  /** A stream's tags are not at hand where its actions are allowed or denied. */
  static Refusal tagsOfStreams(String key) {
    return malformed(
        "the condition key " + quoted(key) + " is not supported for actions of Firehose");
  }

  static Refusal badValue(String text, OperandForm expected) {
    return malformed("the condition value " + quoted(text) + " is not " + expected);
  }

  static Refusal unsupportedVariable(String name) {
    return malformed("the policy variable " + quoted("${" + name + "}") + " is not supported");
  }

  static Refusal openVariable(String text) {
    return malformed("a policy variable is not closed in " + quoted(text));
  }

  /** The same refusal with its place, counted from 1; AWS's own words stay as they are. */
  static Refusal inStatement(int index, Refusal refusal) {
    return refusal.message().equals(INVALID_PRINCIPALS)
        ? refusal
        : malformed("statement " + (index + 1) + ": " + refusal.message());
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static Refusal malformed(String message) {
    return new Refusal("MalformedPolicyDocumentException", message);
  }
}
