package io.hydrant.http.s3;

import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.message.S3Request;

/**
 * Requests by which a browser asks whether a page of another site may call. No bucket allows it
 * here, so the answer is that of a bucket without a CORS configuration.
 */
final class Preflights {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final String METHOD = "Access-Control-Request-Method";

  private Preflights() {}

  /**
   * @throws io.hydrant.s3.error.S3Exception AccessForbidden or BadRequest for each request of the
   *     method OPTIONS
   */
  static void refuse(S3Request head) {
    if (!head.method().equals("OPTIONS")) {
      return;
    }
    if (!head.headers().has("Origin")) {
      throw new S3Error(
              "BadRequest", BAD_REQUEST, "Insufficient information. Origin request header needed.")
          .exception();
    }
    if (!head.headers().has(METHOD)) {
      throw new S3Error("BadRequest", BAD_REQUEST, "Invalid " + METHOD + ": null").exception();
    }
    throw new S3Error(
            "AccessForbidden", FORBIDDEN, "CORSResponse: CORS is not enabled for this bucket.")
        .with("Method", head.headers().first(METHOD).orElse(""))
        .with("ResourceType", head.target().key().isPresent() ? "OBJECT" : "BUCKET")
        .exception();
  }
}
