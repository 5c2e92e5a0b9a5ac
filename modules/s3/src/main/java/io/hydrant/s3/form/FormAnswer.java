package io.hydrant.s3.form;

import io.hydrant.s3.message.Content;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.xml.XmlWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The answer to a form: a redirection, a document, or nothing, as its fields ask for.
 *
 * @param stored the answer that PutObject gives
 */
record FormAnswer(FormRequest request, FormFields fields, S3Response stored) {
  private static final int SEE_OTHER = 303;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  S3Response response() {
    return redirection().orElseGet(this::byStatus);
  }

  /** What is no address is ignored, as S3 does. */
  private Optional<S3Response> redirection() {
    return fields
        .first("success_action_redirect")
        .or(() -> fields.first("redirect"))
        .filter(FormAnswer::isAddress)
        .map(address -> address + (address.contains("?") ? "&" : "?") + names())
        .map(address -> S3Response.empty(SEE_OTHER, stored.headers().with("Location", address)));
  }

  private static boolean isAddress(String text) {
    try {
      String scheme = Optional.ofNullable(new URI(text).getScheme()).orElse("");
      return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private String names() {
    return "bucket=" + encoded(bucket()) + "&key=" + encoded(key()) + "&etag=" + encoded(eTag());
  }

  private S3Response byStatus() {
    Headers headers = stored.headers().with("Location", location());
    return switch (fields.first("success_action_status").orElse("")) {
      case "200" -> S3Response.empty(OK, headers);
      case "201" ->
          new S3Response(
              CREATED,
              headers.with("Content-Type", "application/xml"),
              new Content.Text(document()));
      default -> S3Response.empty(NO_CONTENT, headers);
    };
  }

  private String document() {
    return XmlWriter.plain(
        "PostResponse",
        xml ->
            xml.element("Location", location())
                .element("Bucket", bucket())
                .element("Key", key())
                .element("ETag", eTag()));
  }

  private String location() {
    return request.address() + "/" + encoded(key()).replace("+", "%20");
  }

  private String bucket() {
    return request.head().target().bucket().orElse("");
  }

  private String key() {
    return fields.first("key").orElse("");
  }

  private String eTag() {
    return stored.headers().first("ETag").orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
