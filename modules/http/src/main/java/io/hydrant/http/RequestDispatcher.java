package io.hydrant.http;

import io.hydrant.http.admin.AdminRoutes;
import io.hydrant.http.api.AwsJsonHandler;
import io.hydrant.http.api.StsHandler;
import io.hydrant.http.protocol.RequestKind;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Sends each request on the one port to the API, STS, the admin routes or S3. */
final class RequestDispatcher {
  private final AwsJsonHandler api;
  private final StsHandler sts;
  private final AdminRoutes admin;
  private final Function<HttpRequest, CompletionStage<HttpResponse>> s3;

  RequestDispatcher(
      AwsJsonHandler api,
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
