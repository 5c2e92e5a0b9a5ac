package io.hydrant.http.auth.signature;

import io.hydrant.core.id.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as it came in, with nothing decoded.
 *
 * @param target path and query
 * @param headers in their order, with lower-case names
 */
public record SignedRequest(String method, String target, List<Header> headers, Bytes body) {
  public record Header(String name, String value) {
    public Header {
      name = name.toLowerCase(Locale.ROOT);
    }
  }

  public SignedRequest {
    headers = List.copyOf(headers);
  }

  /** Returns the values of a header; more than one where it was sent several times. */
  List<String> values(String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .toList();
  }

  Optional<String> first(String name) {
    return values(name).stream().findFirst();
  }

  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  /** Returns the same request with another value of one header. */
  SignedRequest with(String name, String value) {
    return new SignedRequest(
        method,
        target,
        headers.stream()
            .map(header -> header.name().equals(name) ? new Header(name, value) : header)
            .toList(),
        body);
  }
}
