package io.hydrant.http.auth;

import io.hydrant.core.id.Bytes;
import io.hydrant.http.auth.signature.SignedRequest;
import io.hydrant.http.body.RawPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * Restores requests as they were sent: the HTTP server keeps some headers apart and decodes the
 * path.
 */
public final class SignedRequests {
  private SignedRequests() {}

  public static SignedRequest of(HttpRequest request, Bytes body) {
    List<SignedRequest.Header> headers = new ArrayList<>();
    for (HttpHeader header : request.getHeaders()) {
      headers.add(new SignedRequest.Header(header.name(), header.value()));
    }
    HttpEntity entity = request.entity();
    headers.add(new SignedRequest.Header("Content-Type", entity.getContentType().toString()));
    entity
        .getContentLengthOption()
        .ifPresent(
            length ->
                headers.add(new SignedRequest.Header("Content-Length", Long.toString(length))));
    if (request.getHeader("Host").isEmpty()) {
      headers.add(new SignedRequest.Header("Host", authority(request)));
    }
    String target = value(request, "Raw-Request-URI").orElseGet(() -> RawPath.of(request));
    return new SignedRequest(request.method().name(), target, headers, body);
  }

  /** HTTP/2 has it in place of the header. */
  private static String authority(HttpRequest request) {
    return request.getUri().asScala().authority().toString();
  }

  private static Optional<String> value(HttpRequest request, String header) {
    return request.getHeader(header).map(HttpHeader::value);
  }
}
