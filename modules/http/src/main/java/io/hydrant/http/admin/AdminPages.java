package io.hydrant.http.admin;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Further pages under {@code /_hydrant/}; they come before the admin routes. */
@FunctionalInterface
public interface AdminPages {
  /** The answer to that GET request; empty where the path is none of these pages'. */
  Optional<CompletionStage<HttpResponse>> page(HttpRequest request);

  /** These pages, then those. */
  default AdminPages or(AdminPages others) {
    return request -> page(request).or(() -> others.page(request));
  }

  /** No pages. */
  static AdminPages none() {
    return request -> Optional.empty();
  }
}
