package io.hydrant.http.proxy;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.http.body.RawPath;
import io.hydrant.http.protocol.AwsJsonResponse;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Sends KMS calls to an external KMS, and leaves all others to the node. */
public final class KmsReverseProxy implements Function<HttpRequest, CompletionStage<HttpResponse>> {
  private static final String KMS_TARGET = "TrentService.";

  private final ReverseProxy onward;
  private final Function<HttpRequest, CompletionStage<HttpResponse>> others;

  public KmsReverseProxy(
      ClassicActorSystemProvider system,
      URI endpoint,
      Function<HttpRequest, CompletionStage<HttpResponse>> others) {
    this.onward = new ReverseProxy(system, "KMS", endpoint, KmsReverseProxy::unavailable);
    this.others = others;
  }

  @Override
  public CompletionStage<HttpResponse> apply(HttpRequest request) {
    return isKms(request) ? onward.send(request, RawPath.of(request)) : others.apply(request);
  }

  private static boolean isKms(HttpRequest request) {
    return request
        .getHeader("X-Amz-Target")
        .map(HttpHeader::value)
        .filter(target -> target.startsWith(KMS_TARGET))
        .isPresent();
  }

  private static HttpResponse unavailable() {
    return AwsJsonResponse.failure(
        UUID.randomUUID(),
        new ServiceError(
            "ServiceUnavailableException", "The KMS behind this node does not answer; try again."));
  }
}
