package io.hydrant.http.proxy;

import io.hydrant.http.body.RawPath;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/**
 * Sends S3 requests to the node's S3. A bucket in the host name ({@code bucket.localhost}) becomes
 * the first part of the path.
 */
public final class S3ReverseProxy implements Function<HttpRequest, CompletionStage<HttpResponse>> {
  private final ReverseProxy onward;

  public S3ReverseProxy(ClassicActorSystemProvider system, URI endpoint) {
    this.onward = new ReverseProxy(system, "S3", endpoint, S3ReverseProxy::unavailable);
  }

  @Override
  public CompletionStage<HttpResponse> apply(HttpRequest request) {
    return onward.send(request, bucket(request) + RawPath.of(request));
  }

  private static String bucket(HttpRequest request) {
    String host =
        request.getHeader("Host").map(HttpHeader::value).orElse("").replaceFirst(":[0-9]+$", "");
    return host.toLowerCase(Locale.ROOT).endsWith(".localhost")
        ? "/" + host.substring(0, host.length() - ".localhost".length())
        : "";
  }

  private static HttpResponse unavailable() {
    return HttpResponse.create()
        .withStatus(StatusCodes.SERVICE_UNAVAILABLE)
        .withEntity(
            HttpEntities.create(
                ContentTypes.TEXT_XML_UTF8,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>ServiceUnavailable</Code>"
                    + "<Message>The S3 behind this node does not answer.</Message></Error>"));
  }
}
