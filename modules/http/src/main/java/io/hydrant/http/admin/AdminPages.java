package io.hydrant.http.admin;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Further pages under {@code /_hydrant/}; they come before the admin routes. */
@FunctionalInterface
public interface AdminPages {
  /** Returns the answer to a GET request; empty where the path belongs to none of these pages. */
  Optional<CompletionStage<HttpResponse>> page(HttpRequest request);

  /** Returns these pages, followed by others. */
  default AdminPages or(AdminPages others) {
    return request -> page(request).or(() -> others.page(request));
  }

  /** Returns no pages. */
  static AdminPages none() {
    return request -> Optional.empty();
  }
}
