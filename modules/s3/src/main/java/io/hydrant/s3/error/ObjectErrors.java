package io.hydrant.s3.error;

/** Errors of objects: their keys, versions, headers and tags, and the conditions of requests. */
public final class ObjectErrors {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  private ObjectErrors() {}

  public static S3Error noSuchKey(String key) {
    return new S3Error("NoSuchKey", NOT_FOUND, "The specified key does not exist.")
        .with("Key", key);
  }

  public static S3Error noSuchVersion(String key, String versionId) {
    return new S3Error("NoSuchVersion", NOT_FOUND, "The specified version does not exist.")
        .with("Key", key)
        .with("VersionId", versionId);
  }

  public static S3Error keyTooLong(int size, int most) {
    return new S3Error("KeyTooLongError", BAD_REQUEST, "Your key is too long")
        .with("Size", Integer.toString(size))
        .with("MaxSizeAllowed", Integer.toString(most));
  }

  public static S3Error metadataTooLarge(int size, int most) {
    return new S3Error(
            "MetadataTooLarge",
            BAD_REQUEST,
            "Your metadata headers exceed the maximum allowed metadata size")
        .with("Size", Integer.toString(size))
        .with("MaxSizeAllowed", Integer.toString(most));
  }

  public static S3Error invalidStorageClass(String storageClass) {
    return new S3Error(
            "InvalidStorageClass", BAD_REQUEST, "The storage class you specified is not valid")
        .with("StorageClassRequested", storageClass);
  }

  public static S3Error invalidTag(String message) {
    return new S3Error("InvalidTag", BAD_REQUEST, message);
  }

  public static S3Error tooManyTags(int most) {
    return new S3Error("BadRequest", BAD_REQUEST, "Object tags cannot be greater than " + most);
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
}
