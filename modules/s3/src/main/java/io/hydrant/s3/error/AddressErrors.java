package io.hydrant.s3.error;

/** The errors of addresses that cannot be read. */
public final class AddressErrors {
  private AddressErrors() {}

  public static S3Error invalidUri() {
    return new S3Error("InvalidURI", 400, "Couldn't parse the specified URI.");
  }

  /**
   * @param uri decoded as far as it can be
   */
  public static S3Error invalidUri(String uri) {
    return invalidUri().with("URI", uri);
  }
}
