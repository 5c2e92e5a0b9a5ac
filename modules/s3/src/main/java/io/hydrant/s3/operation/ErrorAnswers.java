package io.hydrant.s3.operation;

import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.message.Content;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.xml.XmlWriter;

/** Errors as answers: an XML document, and no body for HEAD. */
public final class ErrorAnswers {
  private ErrorAnswers() {}

  public static S3Response of(S3Error error, S3Request request) {
    return of(error, request, Headers.NONE);
  }

  static S3Response of(S3Error error, S3Request request, Headers headers) {
    if (request.method().equals("HEAD")) {
      return S3Response.empty(error.status(), headers);
    }
    return new S3Response(
        error.status(),
        headers.with("Content-Type", "application/xml"),
        new Content.Text(document(error, request.target().resource(), request.requestId())));
  }

  /**
   * Returns the document of an error.
   *
   * @param resource for example {@code /bucket/key}
   */
  public static String document(S3Error error, String resource, String requestId) {
    return XmlWriter.plain(
        "Error",
        xml -> {
          xml.element("Code", error.code()).element("Message", error.message());
          error.details().forEach(xml::element);
          xml.element("Resource", resource).element("RequestId", requestId);
        });
  }
}
