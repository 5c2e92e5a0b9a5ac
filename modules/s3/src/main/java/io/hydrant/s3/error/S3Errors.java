package io.hydrant.s3.error;

import java.time.Instant;

/** The errors that any request can get, in AWS's words. */
public final class S3Errors {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private S3Errors() {}

  public static S3Error accessDenied() {
    return new S3Error("AccessDenied", FORBIDDEN, "Access Denied");
  }

  /** Names what is missing, as S3 does for callers of the bucket's account. */
  public static S3Error accessDenied(String message) {
    return new S3Error("AccessDenied", FORBIDDEN, message);
  }

  public static S3Error methodNotAllowed(String method, String resourceType) {
    return new S3Error(
            "MethodNotAllowed", 405, "The specified method is not allowed against this resource.")
        .with("Method", method)
        .with("ResourceType", resourceType);
  }

  public static S3Error notImplemented(String what) {
    return new S3Error(
            "NotImplemented",
            501,
            "A header or query you provided implies functionality that is not implemented")
        .with("Header", what);
  }

  public static S3Error malformedXml() {
    return new S3Error(
        "MalformedXML",
        BAD_REQUEST,
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  public static S3Error missingRequestBody() {
    return new S3Error("MissingRequestBodyError", BAD_REQUEST, "Request Body is empty");
  }

  public static S3Error invalidArgument(String message, String name, String value) {
    return new S3Error("InvalidArgument", BAD_REQUEST, message)
        .with("ArgumentName", name)
        .with("ArgumentValue", value);
  }

  public static S3Error invalidRequest(String message) {
    return new S3Error("InvalidRequest", BAD_REQUEST, message);
  }

  public static S3Error invalidEncryptionAlgorithm(String algorithm) {
    return new S3Error(
            "InvalidEncryptionAlgorithmError",
            BAD_REQUEST,
            "The Encryption request you specified is not valid. Supported value: AES256.")
        .with("ArgumentValue", algorithm);
  }

  public static S3Error missingContentLength() {
    return new S3Error(
        "MissingContentLength", 411, "You must provide the Content-Length HTTP header.");
  }

  public static S3Error signatureDoesNotMatch() {
    return new S3Error(
        "SignatureDoesNotMatch",
        FORBIDDEN,
        "The request signature we calculated does not match the signature you provided. Check your"
            + " key and signing method.");
  }

  public static S3Error requestTimeTooSkewed(String date, Instant now) {
    return new S3Error(
            "RequestTimeTooSkewed",
            FORBIDDEN,
            "The difference between the request time and the current time is too large.")
        .with("RequestTime", date)
        .with("ServerTime", now.toString())
        .with("MaxAllowedSkewMilliseconds", "900000");
  }

  /** A presigned address whose time is over. */
  public static S3Error requestHasExpired(long seconds, Instant expiry, Instant now) {
    return new S3Error("AccessDenied", FORBIDDEN, "Request has expired")
        .with("X-Amz-Expires", Long.toString(seconds))
        .with("Expires", expiry.toString())
        .with("ServerTime", now.toString());
  }

  public static S3Error queryParameters(String message) {
    return new S3Error("AuthorizationQueryParametersError", BAD_REQUEST, message);
  }

  public static S3Error authorizationHeaderMalformed(String message) {
    return new S3Error("AuthorizationHeaderMalformed", BAD_REQUEST, message);
  }

  public static S3Error invalidAccessKeyId(String accessKeyId) {
    return new S3Error(
            "InvalidAccessKeyId",
            FORBIDDEN,
            "The AWS Access Key Id you provided does not exist in our records.")
        .with("AWSAccessKeyId", accessKeyId);
  }

  public static S3Error serviceUnavailable() {
    return new S3Error("ServiceUnavailable", 503, "Service is unable to handle request.");
  }

  public static S3Error internalError() {
    return new S3Error("InternalError", 500, "We encountered an internal error. Please try again.");
  }

  /** An error of KMS, as S3 passes it on. */
  public static S3Error kms(String code, String message) {
    return new S3Error("KMS." + code, BAD_REQUEST, message);
  }
}
