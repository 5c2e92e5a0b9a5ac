package io.hydrant.http.s3;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.Uri;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands S3 requests on to an S3 and its answers back, streaming both ways. A bucket in the host
 * name ({@code bucket.localhost}) becomes the first part of the path.
 */
public final class S3PassThrough implements Function<HttpRequest, CompletionStage<HttpResponse>> {
  private static final Logger LOG = LoggerFactory.getLogger(S3PassThrough.class);
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
  private final URI endpoint;

  public S3PassThrough(ClassicActorSystemProvider system, URI endpoint) {
    this.http = Http.get(system);
    this.endpoint = endpoint;
  }

  @Override
  public CompletionStage<HttpResponse> apply(HttpRequest request) {
    HttpRequest onward =
        HttpRequest.create()
            .withMethod(request.method())
            .withUri(onward(request))
            .withHeaders(kept(request.getHeaders()))
            .withEntity(request.entity());
    return http.singleRequest(onward)
        .thenApply(response -> response.withHeaders(kept(response.getHeaders())))
        .exceptionally(
            failure -> {
              LOG.warn("S3 at {} did not answer: {}", endpoint, failure.getMessage());
              return unavailable();
            });
  }

  private Uri onward(HttpRequest request) {
    String host =
        request.getHeader("Host").map(HttpHeader::value).orElse("").replaceFirst(":[0-9]+$", "");
    String bucket =
        host.toLowerCase(Locale.ROOT).endsWith(".localhost")
            ? "/" + host.substring(0, host.length() - ".localhost".length())
            : "";
    // The raw path: what the client encoded must arrive as it was.
    String raw = request.getUri().asScala().toRelative().toString();
    return Uri.create(endpoint + bucket + (raw.startsWith("/") ? raw : "/" + raw));
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
