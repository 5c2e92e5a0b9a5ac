package io.hydrant.http.site;

import java.util.Set;
import java.util.function.Function;

/**
 * Recognizes a browser by headers that clients of AWS do not send.
 *
 * <p>{@code Sec-Fetch-Site} and {@code Sec-Fetch-Dest} go by HTTPS and to loopback only. By plain
 * HTTP {@code Accept-Language} is left: browsers send it always, and a page can change its value
 * but cannot leave it out. Node's {@code fetch} sends {@code Accept-Language: *} and {@code
 * Sec-Fetch-Mode}, with a {@code User-Agent} of its own, and is no browser (seen with Node 20,
 * November 2026).
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public final class BrowserMarks {
  private static final String ANY_LANGUAGE = "*";
  private static final String BROWSERS = "Mozilla/";

  private BrowserMarks() {}

  /**
   * @param headers all values of a header by its name in lower case
   */
  public static boolean isBrowser(Function<String, Set<String>> headers) {
    return !headers.apply("sec-fetch-site").isEmpty()
        || !headers.apply("sec-fetch-dest").isEmpty()
        || isFromBrowser(headers.apply("accept-language"), headers.apply("user-agent"));
  }

  private static boolean isFromBrowser(Set<String> languages, Set<String> agents) {
    boolean any = languages.equals(Set.of(ANY_LANGUAGE));
    return !languages.isEmpty()
        && (!any || agents.stream().anyMatch(agent -> agent.startsWith(BROWSERS)));
  }
}
