package io.hydrant.http.body;

import org.apache.pekko.http.javadsl.model.HttpRequest;

/** The path and query of a request as the client encoded them. */
public final class RawPath {
  private RawPath() {}

  /** Returns the path with its query, not decoded; it always begins with a slash. */
  public static String of(HttpRequest request) {
    String raw = request.getUri().asScala().toRelative().toString();
    return raw.startsWith("/") ? raw : "/" + raw;
  }
}
