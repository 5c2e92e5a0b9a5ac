package io.hydrant.http.s3;

import io.hydrant.http.body.RawPath;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.S3Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** The heads of requests, as S3 sees them. */
final class S3Requests {
  private static final String RAW_TARGET = "raw-request-uri";

  private S3Requests() {}

  /** Returns the head of a request whose caller and payload are not known yet. */
  static S3Request head(HttpRequest http, String requestId) {
    String target = target(http);
    int query = target.indexOf('?');
    return new S3Request(
        http.method().name(),
        S3Targets.target(host(http), query < 0 ? target : target.substring(0, query)),
        S3Targets.query(query < 0 ? "" : target.substring(query + 1)),
        headers(http),
        http.entity().getContentLengthOption().isPresent()
            ? OptionalLong.of(http.entity().getContentLengthOption().getAsLong())
            : OptionalLong.empty(),
        new Payload.Plain(),
        Optional.empty(),
        requestId);
  }

  /** Returns path and query as the client sent them; a proxy's form has the scheme, too. */
  static String target(HttpRequest http) {
    String raw =
        http.getHeader(RAW_TARGET).map(HttpHeader::value).orElseGet(() -> RawPath.of(http));
    String path = raw.replaceFirst("^[a-zA-Z]+://[^/?]*", "");
    return path.startsWith("/") ? path : "/" + path;
  }

  /** Returns the host; HTTP/2 sends it in the address instead of in the header. */
  static String host(HttpRequest http) {
    return http.getHeader("Host")
        .map(HttpHeader::value)
        .orElseGet(() -> http.getUri().asScala().authority().toString());
  }

  /** Returns all headers; the web server keeps those of the body apart. */
  private static Headers headers(HttpRequest http) {
    List<Headers.Header> headers = new ArrayList<>();
    for (HttpHeader header : http.getHeaders()) {
      if (!header.lowercaseName().equals(RAW_TARGET)) {
        headers.add(new Headers.Header(header.name(), header.value()));
      }
    }
    ContentType type = http.entity().getContentType();
    if (!type.equals(ContentTypes.NO_CONTENT_TYPE)) {
      headers.add(new Headers.Header("Content-Type", type.toString()));
    }
    return new Headers(headers);
  }
}
