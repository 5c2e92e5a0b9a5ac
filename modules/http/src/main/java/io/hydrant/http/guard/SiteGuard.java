package io.hydrant.http.guard;

import io.hydrant.http.protocol.RequestKind;
import io.hydrant.http.site.BrowserMarks;
import io.hydrant.http.site.OwnHosts;
import io.hydrant.http.site.SiteRule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Applies the rule about sites to a request. */
final class SiteGuard {
  private static final Set<HttpMethod> READS = Set.of(HttpMethods.GET, HttpMethods.HEAD);

  private final SiteRule rule;

  SiteGuard(OwnHosts hosts) {
    this.rule = new SiteRule(hosts);
  }

  /** Returns why the request is refused; empty where it is not. */
  Optional<String> refusal(HttpRequest request, RequestKind kind) {
    SiteRule.Asked asked =
        new SiteRule.Asked(
            host(request),
            headers(request, "origin"),
            sites(request),
            BrowserMarks.isBrowser(name -> headers(request, name)));
    return switch (kind) {
      case ADMIN -> rule.onOwnRoutes(asked);
      case HEALTH -> rule.onAnyName(asked);
      case API, STS, S3 -> forClient(request, asked);
    };
  }

  /** OPTIONS is a preflight request, which S3 answers itself. */
  private Optional<String> forClient(HttpRequest request, SiteRule.Asked asked) {
    if (request.method().equals(HttpMethods.OPTIONS)) {
      return Optional.empty();
    }
    return READS.contains(request.method()) ? rule.onRead(asked) : rule.onChange(asked);
  }

  /** Returns the host; HTTP/2 sends it in the address instead of in the header. */
  private static String host(HttpRequest request) {
    return request
        .getHeader("Host")
        .map(HttpHeader::value)
        .orElseGet(() -> request.getUri().asScala().authority().toString());
  }

  private static Set<String> sites(HttpRequest request) {
    Set<String> sites = new HashSet<>();
    headers(request, "sec-fetch-site").forEach(site -> sites.add(site.toLowerCase(Locale.ROOT)));
    return sites;
  }

  private static Set<String> headers(HttpRequest request, String name) {
    Set<String> values = new HashSet<>();
    for (HttpHeader header : request.getHeaders()) {
      if (header.lowercaseName().equals(name)) {
        values.add(header.value().strip());
      }
    }
    return values;
  }
}
