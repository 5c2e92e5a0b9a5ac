package io.hydrant.http.auth.signature;

import io.hydrant.core.entity.ServiceError;

/** The errors of requests that are not signed as they should be, in AWS's words. */
final class SignatureErrors {
  private SignatureErrors() {}

  static ServiceError missing() {
    return new ServiceError("MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  static ServiceError incomplete(String message) {
    return new ServiceError("IncompleteSignatureException", message);
  }

  static ServiceError malformedCredential() {
    return incomplete(
        "Credential must have exactly 5 slash-delimited elements, e.g."
            + " keyid/date/region/service/term.");
  }

  /** AWS's words are not known. */
  static ServiceError emptyPart(String name) {
    return incomplete("The " + name + " in the Credential is empty.");
  }

  static ServiceError malformedDate(String date) {
    return incomplete("Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
  }

  static ServiceError doesNotMatch() {
    return invalid(
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.");
  }

  static ServiceError expired(String date, String earliest, String now) {
    return invalid(
        "Signature expired: "
            + date
            + " is now earlier than "
            + earliest
            + " ("
            + now
            + " - 5 min.)");
  }

  static ServiceError notYetCurrent(String date, String latest, String now) {
    return invalid(
        "Signature not yet current: "
            + date
            + " is still later than "
            + latest
            + " ("
            + now
            + " + 5 min.)");
  }

  static ServiceError wrongDate(String scope, String day, String date) {
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

  static ServiceError wrongRegion(String region) {
    return invalid("Credential should be scoped to a valid region, not '" + region + "'. ");
  }

  static ServiceError wrongService(String service) {
    return invalid("Credential should be scoped to correct service: '" + service + "'. ");
  }

  static ServiceError wrongTerminator(String terminator) {
    return invalid(
        "Credential should be scoped with a valid terminator: 'aws4_request', not '"
            + terminator
            + "'. ");
  }

  static ServiceError hostNotSigned() {
    return invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }

  private static ServiceError invalid(String message) {
    return new ServiceError("InvalidSignatureException", message);
  }
}
