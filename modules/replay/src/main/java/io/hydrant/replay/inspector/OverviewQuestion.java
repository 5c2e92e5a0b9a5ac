package io.hydrant.replay.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.Query;

/**
 * What a request wants of the overview.
 *
 * @param filter part of a stream's name or a key's id; empty for all
 * @param page of the streams, from 1
 * @param keysPage of the keys, from 1
 */
record OverviewQuestion(String filter, int page, int keysPage) {
  static final String FILTER = "filter";
  private static final String PAGE = "page";
  private static final String KEYS_PAGE = "keys-page";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /** A page that is no number is the first one. */
  static OverviewQuestion of(Query query) {
    return new OverviewQuestion(
        query.get(FILTER).orElse("").trim(), number(query, PAGE), number(query, KEYS_PAGE));
  }

  private static int number(Query query, String name) {
    return query
        .get(name)
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Integer::parseInt)
        .orElse(1);
  }

  boolean wants(String name) {
    return name.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
  }

  OverviewQuestion withPage(int other) {
    return new OverviewQuestion(filter, other, keysPage);
  }

  OverviewQuestion withKeysPage(int other) {
    return new OverviewQuestion(filter, page, other);
  }

  /** The address of that overview. */
  String address() {
    return Layout.HOME
        + "?"
        + FILTER
        + "="
        + URLEncoder.encode(filter, UTF_8)
        + "&"
        + PAGE
        + "="
        + page
        + "&"
        + KEYS_PAGE
        + "="
        + keysPage;
  }
}
