package io.hydrant.s3.error;

import java.time.Instant;

/** The errors of requests that are not authenticated as S3 wants it, in AWS's words. */
public final class AuthenticationErrors {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private AuthenticationErrors() {}

  /**
   * An Authorization header beside a presigned address, or two kinds of presigning in one.
   *
   * @param header the value of the header; empty text for none
   */
  public static S3Error severalMechanisms(String header) {
    return S3Errors.invalidArgument(
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query"
            + " string parameter or the Authorization header should be specified",
        "Authorization",
        header);
  }

  public static S3Error unsupportedType(String header) {
    return S3Errors.invalidArgument("Unsupported Authorization Type", "Authorization", header);
  }

  /**
   * An Authorization header of Signature Version 2 that has another form than AWS key:signature.
   */
  public static S3Error malformedVersion2(String header) {
    return S3Errors.invalidArgument(
        "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature",
        "Authorization",
        header);
  }

  public static S3Error incompleteVersion2Address() {
    return S3Errors.accessDenied(
        "Query-string authentication requires the Signature, Expires and AWSAccessKeyId"
            + " parameters");
  }

  public static S3Error badExpires(String value) {
    return S3Errors.accessDenied("Invalid date (should be seconds since epoch): " + value);
  }

  public static S3Error hasExpired(Instant expiry, Instant now) {
    return S3Errors.accessDenied("Request has expired")
        .with("Expires", expiry.toString())
        .with("ServerTime", now.toString());
  }

  public static S3Error noDate() {
    return S3Errors.accessDenied("AWS authentication requires a valid Date or x-amz-date header");
  }

  /** Headers that change what a request does must be signed. */
  public static S3Error headersNotSigned(String names) {
    return S3Errors.accessDenied("There were headers present in the request which were not signed")
        .with("HeadersNotSigned", names);
  }

  public static S3Error wrongService(String service) {
    return S3Errors.authorizationHeaderMalformed(
        "The authorization header is malformed; incorrect service \""
            + service
            + "\". This endpoint belongs to \"s3\".");
  }

  public static S3Error expiredToken(String token) {
    return new S3Error("ExpiredToken", BAD_REQUEST, "The provided token has expired.")
        .with("Token-0", token);
  }

  public static S3Error invalidToken(String token) {
    return new S3Error(
            "InvalidToken", BAD_REQUEST, "The provided token is malformed or otherwise invalid.")
        .with("Token-0", token);
  }

  public static S3Error notYetValid(Instant from, Instant now) {
    return new S3Error("AccessDenied", FORBIDDEN, "Request is not yet valid")
        .with("X-Amz-Date", from.toString())
        .with("ServerTime", now.toString());
  }
}
