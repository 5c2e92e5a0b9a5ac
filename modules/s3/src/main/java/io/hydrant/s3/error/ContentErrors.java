package io.hydrant.s3.error;

import java.util.Locale;

/** Errors of bodies that are not what the client announced. */
public final class ContentErrors {
  private static final int BAD_REQUEST = 400;

  private ContentErrors() {}

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

  public static S3Error entityTooLarge(long size, long most) {
    return new S3Error(
            "EntityTooLarge", BAD_REQUEST, "Your proposed upload exceeds the maximum allowed size")
        .with("ProposedSize", Long.toString(size))
        .with("MaxSizeAllowed", Long.toString(most));
  }

  public static S3Error checksumTypeMismatch(String expected, String actual) {
    return S3Errors.invalidRequest(
        "Checksum Type mismatch occurred, expected checksum Type: "
            + expected.toLowerCase(Locale.ROOT)
            + ", actual checksum Type: "
            + actual.toLowerCase(Locale.ROOT));
  }
}
