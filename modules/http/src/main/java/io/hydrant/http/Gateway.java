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
    return switch (RequestKind.of(request)) {
      case HEALTH, ADMIN -> admin.handle(request);
      case API -> api.handle(request);
      case STS -> sts.handle(request);
      case S3 -> s3.apply(request);
    };
  }
}
