package io.hydrant.http;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** One port for all: which of API, admin and S3 a request is for. */
final class Gateway {
  private final ApiHandler api;
  private final StsHandler sts;
  private final AdminRoutes admin;
  private final Function<HttpRequest, CompletionStage<HttpResponse>> s3;

  Gateway(
      ApiHandler api,
      StsHandler sts,
      AdminRoutes admin,
      Function<HttpRequest, CompletionStage<HttpResponse>> s3) {
    this.api = api;
    this.sts = sts;
    this.admin = admin;
    this.s3 = s3;
  }

  CompletionStage<HttpResponse> handle(HttpRequest request) {
    if (request.getUri().path().startsWith("/_hydrant")) {
      return admin.handle(request);
    }
    if (isApi(request)) {
      return api.handle(request);
    }
    return StsHandler.isFor(request) ? sts.handle(request) : s3.apply(request);
  }

  /** A request that names a target, or whose content is AWS JSON, is not for S3. */
  private static boolean isApi(HttpRequest request) {
    return request.getHeader("X-Amz-Target").isPresent()
        || request.entity().getContentType().mediaType().subType().startsWith("x-amz-json");
  }
}
