package io.hydrant.s3.form;

import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;

/** The errors of uploads through forms, in AWS's words. */
public final class FormErrors {
  private static final int BAD_REQUEST = 400;

  private FormErrors() {}

  static S3Error malformed() {
    return new S3Error(
        "MalformedPOSTRequest",
        BAD_REQUEST,
        "The body of your POST request is not well-formed multipart/form-data.");
  }

  /** A POST to a bucket that is no form. */
  public static S3Error notAForm() {
    return ObjectErrors.preconditionFailed(
        "Bucket POST must be of the enclosure-type multipart/form-data");
  }

  static S3Error fieldsTooLarge(int most) {
    return new S3Error(
            "MaxPostPreDataLengthExceededError",
            BAD_REQUEST,
            "Your POST request fields preceding the upload file were too large.")
        .with("MaxPostPreDataLength", Integer.toString(most));
  }

  /** A field that a form must have. */
  public static S3Error missingField(String name) {
    return S3Errors.invalidArgument(
        "Bucket POST must contain a field named '"
            + name
            + "'.  If it is specified, please check the order of the fields.",
        name,
        "");
  }

  static S3Error emptyKey() {
    return S3Errors.invalidArgument("User key must have a length greater than 0.", "key", "");
  }

  static S3Error noFile() {
    return S3Errors.invalidArgument(
        "POST requires exactly one file upload per request.", "file", "0");
  }

  static S3Error invalidPolicy(String why) {
    return new S3Error("InvalidPolicyDocument", BAD_REQUEST, "Invalid Policy: " + why);
  }

  static S3Error against(String why) {
    return S3Errors.accessDenied("Invalid according to Policy: " + why);
  }

  static S3Error tooSmall(long size, long least) {
    return new S3Error(
            "EntityTooSmall",
            BAD_REQUEST,
            "Your proposed upload is smaller than the minimum allowed size")
        .with("ProposedSize", Long.toString(size))
        .with("MinSizeAllowed", Long.toString(least));
  }
}
