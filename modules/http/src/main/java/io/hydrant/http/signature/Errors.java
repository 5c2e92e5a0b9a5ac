package io.hydrant.http.signature;

import io.hydrant.core.entity.Refusal;

/** Every refusal of a request that is not signed as it should be, in AWS's words. */
final class Errors {
  private Errors() {}

  static Refusal missing() {
    return new Refusal("MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  static Refusal incomplete(String message) {
    return new Refusal("IncompleteSignatureException", message);
  }

  static Refusal malformedCredential() {
    return incomplete(
        "Credential must have exactly 5 slash-delimited elements, e.g."
            + " keyid/date/region/service/term.");
  }

  /** AWS's words are not known. */
  static Refusal emptyPart(String name) {
    return incomplete("The " + name + " in the Credential is empty.");
  }

  static Refusal malformedDate(String date) {
    return incomplete("Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
  }

  static Refusal doesNotMatch() {
    return invalid(
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.");
  }

  static Refusal expired(String date, String earliest, String now) {
    return invalid(
        "Signature expired: "
            + date
            + " is now earlier than "
            + earliest
            + " ("
            + now
            + " - 5 min.)");
  }

  static Refusal notYetCurrent(String date, String latest, String now) {
    return invalid(
        "Signature not yet current: "
            + date
            + " is still later than "
            + latest
            + " ("
            + now
            + " + 5 min.)");
  }

  static Refusal wrongDate(String scope, String day, String date) {
    return invalid(
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
            + " '"
            + scope
            + "' != '"
            + day
            + "', from '"
            + date
            + "'.");
  }

  static Refusal wrongRegion(String region) {
    return invalid("Credential should be scoped to a valid region, not '" + region + "'. ");
  }

  static Refusal wrongService(String service) {
    return invalid("Credential should be scoped to correct service: '" + service + "'. ");
  }

  static Refusal wrongTerminator(String terminator) {
    return invalid(
        "Credential should be scoped with a valid terminator: 'aws4_request', not '"
            + terminator
            + "'. ");
  }

  static Refusal hostNotSigned() {
    return invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }

  private static Refusal invalid(String message) {
    return new Refusal("InvalidSignatureException", message);
  }
}
