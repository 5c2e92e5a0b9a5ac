package io.hydrant.s3.error;

import java.time.Instant;
import java.util.Locale;

/** The errors of S3 in AWS's words. */
public final class S3Errors {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private S3Errors() {}

  public static S3Error accessDenied() {
    return new S3Error("AccessDenied", FORBIDDEN, "Access Denied");
  }

  /** Names what is missing, as S3 does for callers of the bucket's account. */
  public static S3Error accessDenied(String message) {
    return new S3Error("AccessDenied", FORBIDDEN, message);
  }

  public static S3Error noSuchBucket(String bucket) {
    return new S3Error("NoSuchBucket", NOT_FOUND, "The specified bucket does not exist")
        .with("BucketName", bucket);
  }

  public static S3Error noSuchKey(String key) {
    return new S3Error("NoSuchKey", NOT_FOUND, "The specified key does not exist.")
        .with("Key", key);
  }

  public static S3Error noSuchVersion(String key, String versionId) {
    return new S3Error("NoSuchVersion", NOT_FOUND, "The specified version does not exist.")
        .with("Key", key)
        .with("VersionId", versionId);
  }

  public static S3Error noSuchUpload(String uploadId) {
    return new S3Error(
            "NoSuchUpload",
            NOT_FOUND,
            "The specified upload does not exist. The upload ID may be invalid, or the upload may"
                + " have been aborted or completed.")
        .with("UploadId", uploadId);
  }

  public static S3Error invalidBucketName(String bucket) {
    return new S3Error("InvalidBucketName", BAD_REQUEST, "The specified bucket is not valid.")
        .with("BucketName", bucket);
  }

  public static S3Error bucketAlreadyOwnedByYou(String bucket) {
    return new S3Error(
            "BucketAlreadyOwnedByYou",
            CONFLICT,
            "Your previous request to create the named bucket succeeded and you already own it.")
        .with("BucketName", bucket);
  }

  public static S3Error bucketAlreadyExists(String bucket) {
    return new S3Error(
            "BucketAlreadyExists",
            CONFLICT,
            "The requested bucket name is not available. The bucket namespace is shared by all"
                + " users of the system. Please select a different name and try again.")
        .with("BucketName", bucket);
  }

  public static S3Error bucketNotEmpty(String bucket) {
    return new S3Error("BucketNotEmpty", CONFLICT, "The bucket you tried to delete is not empty")
        .with("BucketName", bucket);
  }

  public static S3Error keyTooLong(int size, int most) {
    return new S3Error("KeyTooLongError", BAD_REQUEST, "Your key is too long")
        .with("Size", Integer.toString(size))
        .with("MaxSizeAllowed", Integer.toString(most));
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

  public static S3Error badDigest(String algorithm) {
    return new S3Error(
        "BadDigest",
        BAD_REQUEST,
        "The " + algorithm + " you specified did not match the calculated checksum.");
  }

  public static S3Error badContentMd5(String expected, String calculated) {
    return new S3Error(
            "BadDigest",
            BAD_REQUEST,
            "The Content-MD5 you specified did not match what we received.")
        .with("ExpectedDigest", expected)
        .with("CalculatedDigest", calculated);
  }

  public static S3Error invalidContentMd5(String value) {
    return new S3Error("InvalidDigest", BAD_REQUEST, "The Content-MD5 you specified was invalid.")
        .with("Content-MD5", value);
  }

  public static S3Error contentSha256Mismatch(String client, String computed) {
    return new S3Error(
            "XAmzContentSHA256Mismatch",
            BAD_REQUEST,
            "The provided 'x-amz-content-sha256' header does not match what was computed.")
        .with("ClientComputedContentSHA256", client)
        .with("S3ComputedContentSHA256", computed);
  }

  public static S3Error incompleteBody() {
    return new S3Error(
        "IncompleteBody",
        BAD_REQUEST,
        "You did not provide the number of bytes specified by the Content-Length HTTP header");
  }

  public static S3Error malformedTrailer() {
    return new S3Error(
        "MalformedTrailerError",
        BAD_REQUEST,
        "The request contained trailing data that was not well-formed or did not conform to our"
            + " published schema.");
  }

  public static S3Error invalidEncryptionAlgorithm(String algorithm) {
    return new S3Error(
            "InvalidEncryptionAlgorithmError",
            BAD_REQUEST,
            "The Encryption request you specified is not valid. Supported value: AES256.")
        .with("ArgumentValue", algorithm);
  }

  public static S3Error invalidStorageClass(String storageClass) {
    return new S3Error(
            "InvalidStorageClass", BAD_REQUEST, "The storage class you specified is not valid")
        .with("StorageClassRequested", storageClass);
  }

  public static S3Error missingContentLength() {
    return new S3Error(
        "MissingContentLength", 411, "You must provide the Content-Length HTTP header.");
  }

  public static S3Error entityTooLarge(long size, long most) {
    return new S3Error(
            "EntityTooLarge", BAD_REQUEST, "Your proposed upload exceeds the maximum allowed size")
        .with("ProposedSize", Long.toString(size))
        .with("MaxSizeAllowed", Long.toString(most));
  }

  public static S3Error entityTooSmall(long size, long least, int part) {
    return new S3Error(
            "EntityTooSmall",
            BAD_REQUEST,
            "Your proposed upload is smaller than the minimum allowed size")
        .with("ProposedSize", Long.toString(size))
        .with("MinSizeAllowed", Long.toString(least))
        .with("PartNumber", Integer.toString(part));
  }

  public static S3Error metadataTooLarge(int size, int most) {
    return new S3Error(
            "MetadataTooLarge",
            BAD_REQUEST,
            "Your metadata headers exceed the maximum allowed metadata size")
        .with("Size", Integer.toString(size))
        .with("MaxSizeAllowed", Integer.toString(most));
  }

  public static S3Error invalidPart(String uploadId, int number) {
    return new S3Error(
            "InvalidPart",
            BAD_REQUEST,
            "One or more of the specified parts could not be found.  The part may not have been"
                + " uploaded, or the specified entity tag may not match the part's entity tag.")
        .with("UploadId", uploadId)
        .with("PartNumber", Integer.toString(number));
  }

  public static S3Error invalidPartOrder(String uploadId) {
    return new S3Error(
            "InvalidPartOrder",
            BAD_REQUEST,
            "The list of parts was not in ascending order. Parts must be ordered by part number.")
        .with("UploadId", uploadId);
  }

  public static S3Error invalidRange(String range, long size) {
    return new S3Error("InvalidRange", 416, "The requested range is not satisfiable")
        .with("RangeRequested", range)
        .with("ActualObjectSize", Long.toString(size));
  }

  public static S3Error invalidPartNumber(int requested, int actual) {
    return new S3Error("InvalidPartNumber", 416, "The requested partnumber is not satisfiable")
        .with("PartNumberRequested", Integer.toString(requested))
        .with("ActualPartCount", Integer.toString(actual));
  }

  public static S3Error preconditionFailed(String condition) {
    return new S3Error(
            "PreconditionFailed",
            PRECONDITION_FAILED,
            "At least one of the pre-conditions you specified did not hold")
        .with("Condition", condition);
  }

  public static S3Error conditionalConflict(String condition, String key) {
    return new S3Error(
            "ConditionalRequestConflict",
            CONFLICT,
            "The conditional request cannot succeed due to a conflicting operation against this"
                + " resource.")
        .with("Condition", condition)
        .with("Key", key);
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

  public static S3Error internalError() {
    return new S3Error("InternalError", 500, "We encountered an internal error. Please try again.");
  }

  /** An absent configuration of a bucket, each with a code of its own. */
  public static S3Error noSuchConfiguration(String code, String message, String bucket) {
    return new S3Error(code, NOT_FOUND, message).with("BucketName", bucket);
  }

  public static S3Error malformedPolicy(String message) {
    return new S3Error("MalformedPolicy", BAD_REQUEST, message);
  }

  public static S3Error invalidTag(String message) {
    return new S3Error("InvalidTag", BAD_REQUEST, message);
  }

  public static S3Error checksumTypeMismatch(String expected, String actual) {
    return invalidRequest(
        "Checksum Type mismatch occurred, expected checksum Type: "
            + expected.toLowerCase(Locale.ROOT)
            + ", actual checksum Type: "
            + actual.toLowerCase(Locale.ROOT));
  }

  public static S3Error aclsNotSupported() {
    return new S3Error(
        "AccessControlListNotSupported", BAD_REQUEST, "The bucket does not allow ACLs");
  }

  public static S3Error tooManyTags(int most) {
    return new S3Error("BadRequest", BAD_REQUEST, "Object tags cannot be greater than " + most);
  }

  public static S3Error illegalLocation(String region, String constraint) {
    return new S3Error(
        "IllegalLocationConstraintException",
        BAD_REQUEST,
        "The "
            + constraint
            + " location constraint is incompatible for the region specific endpoint this request"
            + " was sent to.");
  }

  public static S3Error invalidLocation(String constraint) {
    return new S3Error(
            "InvalidLocationConstraint",
            BAD_REQUEST,
            "The specified location-constraint is not valid")
        .with("LocationConstraint", constraint);
  }

  /** An error of KMS, as S3 passes it on. */
  public static S3Error kms(String code, String message) {
    return new S3Error("KMS." + code, BAD_REQUEST, message);
  }
}
