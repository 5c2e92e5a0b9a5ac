package io.hydrant.s3.error;

/** Errors of uploads in parts. */
public final class UploadErrors {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private UploadErrors() {}

  public static S3Error noSuchUpload(String uploadId) {
    return new S3Error(
            "NoSuchUpload",
            NOT_FOUND,
            "The specified upload does not exist. The upload ID may be invalid, or the upload may"
                + " have been aborted or completed.")
        .with("UploadId", uploadId);
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
}
