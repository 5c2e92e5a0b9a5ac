package io.hydrant.http;

import io.hydrant.http.site.OwnHosts;
import io.hydrant.http.site.SiteRule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Asks the rule about sites before anything else looks at a request. */
final class SiteGuard {
  private final SiteRule rule;

  SiteGuard(OwnHosts hosts) {
    this.rule = new SiteRule(hosts);
  }

  /** Why the request is refused; empty where it is not. */
  Optional<String> refusal(HttpRequest request, RequestKind kind) {
    SiteRule.Asked asked =
        new SiteRule.Asked(host(request), headers(request, "origin"), sites(request));
    return switch (kind) {
      case ADMIN -> rule.onOwnRoutes(asked);
      case HEALTH -> rule.onAnyName(asked);
      case API, STS, S3 -> changes(request) ? rule.onChange(asked) : Optional.empty();
    };
  }

  /** OPTIONS asks whether a page may, and S3 says so. */
  private static boolean changes(HttpRequest request) {
    return !Set.of(HttpMethods.GET, HttpMethods.HEAD, HttpMethods.OPTIONS)
        .contains(request.method());
  }

  /** HTTP/2 has it in the address instead of in the header. */
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
