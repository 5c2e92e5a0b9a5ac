package io.hydrant.s3.error;

/** Errors of buckets and their configurations. */
public final class BucketErrors {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private BucketErrors() {}

  public static S3Error noSuchBucket(String bucket) {
    return new S3Error("NoSuchBucket", NOT_FOUND, "The specified bucket does not exist")
        .with("BucketName", bucket);
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

  public static S3Error invalidLocation(String constraint) {
    return new S3Error(
            "InvalidLocationConstraint",
            BAD_REQUEST,
            "The specified location-constraint is not valid")
        .with("LocationConstraint", constraint);
  }

  /** An absent configuration of a bucket, each with a code of its own. */
  public static S3Error noSuchConfiguration(String code, String message, String bucket) {
    return new S3Error(code, NOT_FOUND, message).with("BucketName", bucket);
  }

  public static S3Error malformedPolicy(String message) {
    return new S3Error("MalformedPolicy", BAD_REQUEST, message);
  }

  public static S3Error aclWithOwnership() {
    return new S3Error(
        "InvalidBucketAclWithObjectOwnership",
        BAD_REQUEST,
        "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
  }

  /** The account that a request expects to own the bucket is no account. */
  public static S3Error invalidExpectedOwner() {
    return new S3Error(
        "InvalidBucketOwnerAWSAccountID",
        BAD_REQUEST,
        "The value of the expected bucket owner parameter must be an AWS account ID");
  }

  public static S3Error aclsNotSupported() {
    return new S3Error(
        "AccessControlListNotSupported", BAD_REQUEST, "The bucket does not allow ACLs");
  }
}
