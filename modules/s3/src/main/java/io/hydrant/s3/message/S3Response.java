package io.hydrant.s3.message;

/**
 * A response. A body that was opened must be closed by the web server.
 *
 * @param headers all but Content-Length
 */
public record S3Response(int status, Headers headers, Content content) {
  /** Returns a response without a body. */
  public static S3Response empty(int status, Headers headers) {
    return new S3Response(status, headers, new Content.Empty());
  }

  /** Returns an XML document. */
  public static S3Response xml(String document) {
    return xml(Headers.NONE, document);
  }

  public static S3Response xml(Headers headers, String document) {
    return new S3Response(
        200, headers.with("Content-Type", "application/xml"), new Content.Text(document));
  }
}
