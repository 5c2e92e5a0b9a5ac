package io.hydrant.http.body;

import org.apache.pekko.http.javadsl.model.HttpRequest;

/** The path and query of a request as the client encoded them. */
public final class RawPath {
  private static final String SENT = "Raw-Request-URI";

  private RawPath() {}

  /**
   * Returns the path with its query, not decoded, with its dots; it always begins with a slash. The
   * web server keeps what was sent in a header, and the form that is for proxies has the host, too.
   */
  public static String of(HttpRequest request) {
    String raw =
        request
            .getHeader(SENT)
            .map(header -> header.value().replaceFirst("^[a-zA-Z]+://[^/?]*", ""))
            .orElseGet(() -> request.getUri().asScala().toRelative().toString());
    return raw.startsWith("/") ? raw : "/" + raw;
  }
}
