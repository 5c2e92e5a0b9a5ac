package io.hydrant.http.proxy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.Uri;
import org.apache.pekko.http.javadsl.model.headers.RawRequestURI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests to another service and returns its answers; both are streamed. */
public final class ReverseProxy {
  private static final Logger LOG = LoggerFactory.getLogger(ReverseProxy.class);
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "host",
          "connection",
          "keep-alive",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "proxy-authorization",
          "timeout-access",
          "remote-address",
          "raw-request-uri",
          "server",
          "date");

  private final Http http;
  private final String service;
  private final String endpoint;
  private final String basePath;
  private final Supplier<HttpResponse> unavailable;

  /**
   * @param service what the log calls it
   * @param unavailable the answer where the service gives none
   */
  public ReverseProxy(
      ClassicActorSystemProvider system,
      String service,
      URI endpoint,
      Supplier<HttpResponse> unavailable) {
    this.http = Http.get(system);
    this.service = service;
    this.endpoint = endpoint.toString().replaceFirst("/+$", "");
    this.basePath = URI.create(this.endpoint).getRawPath();
    this.unavailable = unavailable;
  }

  /**
   * @param path with its query, as the client encoded them; it is sent as it is
   */
  public CompletionStage<HttpResponse> send(HttpRequest request, String path) {
    HttpRequest onward =
        HttpRequest.create()
            .withMethod(request.method())
            .withUri(Uri.create(endpoint))
            .withHeaders(kept(request.getHeaders()))
            .addHeader(RawRequestURI.create(basePath + path))
            .withEntity(request.entity());
    return http.singleRequest(onward)
        .thenApply(response -> response.withHeaders(kept(response.getHeaders())))
        .exceptionally(
            failure -> {
              LOG.warn("{} at {} did not answer: {}", service, endpoint, failure.getMessage());
              return unavailable.get();
            });
  }

  private static List<HttpHeader> kept(Iterable<HttpHeader> headers) {
    List<HttpHeader> kept = new ArrayList<>();
    for (HttpHeader header : headers) {
      if (!HOP_BY_HOP.contains(header.lowercaseName())) {
        kept.add(header);
      }
    }
    return kept;
  }
}
