package io.hydrant.http.site;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the pages of other sites, which a developer's browser shows, from reading or changing the
 * node.
 *
 * <p>The node's own routes answer to its own names only: a page whose site makes its name point
 * here has the same origin as the node, so a browser shows it the answers. For the same reason a
 * request that a browser sends to the API, STS or S3 by a foreign name is refused, to read and to
 * change. Clients of AWS send none of the headers of browsers and call by any name.
 *
 * <p>A request that names another site as its source is refused on the node's own routes, and
 * everywhere where it could change something. Where it can only read, the answer does not allow the
 * other site to see it, so the browser hides it.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public record SiteRule(OwnHosts own) {
  /** The values of requests that the page itself or its reader makes. */
  private static final Set<String> HARMLESS_SITES = Set.of("same-origin", "none");

  private static final String UNKNOWN_HOST =
      "The Host header does not name this node. Use localhost, an address that the node listens on,"
          + " or a name that is listed in hydrant.hosts.";
  private static final String FOREIGN = "Requests from pages of other sites are refused.";

  /**
   * The facts about a request that the rule needs.
   *
   * @param host with the port
   * @param origins all headers of that name
   * @param sites all headers {@code Sec-Fetch-Site}
   * @param browser whether {@link BrowserMarks} take it for a browser's
   */
  public record Asked(String host, Set<String> origins, Set<String> sites, boolean browser) {}

  /** Returns why the node's own routes do not answer; empty where they do. */
  public Optional<String> onOwnRoutes(Asked asked) {
    return own.has(asked.host()) ? onAnyName(asked) : Optional.of(UNKNOWN_HOST);
  }

  /** Decides about routes that answer under any name. */
  public Optional<String> onAnyName(Asked asked) {
    return isForeign(asked) ? Optional.of(FOREIGN) : Optional.empty();
  }

  /** Returns why a client of AWS may not read; empty where it may. */
  public Optional<String> onRead(Asked asked) {
    return asked.browser() && !own.has(asked.host()) ? Optional.of(UNKNOWN_HOST) : Optional.empty();
  }

  /** Returns why a client of AWS may not change anything; empty where it may. */
  public Optional<String> onChange(Asked asked) {
    boolean fromPage = !asked.origins().isEmpty() || !asked.sites().isEmpty();
    return fromPage ? onOwnRoutes(asked) : Optional.empty();
  }

  private static boolean isForeign(Asked asked) {
    return !HARMLESS_SITES.containsAll(asked.sites())
        || !asked.origins().stream().allMatch(origin -> isOf(asked.host(), origin));
  }

  private static boolean isOf(String host, String origin) {
    try {
      String authority = Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
      return !authority.isEmpty()
          && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
