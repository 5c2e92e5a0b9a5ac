package io.hydrant.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.Query;

/**
 * The parameters of the overview.
 *
 * @param filter part of a stream's name or a key's id; empty for all
 * @param page the page of the streams, from 1
 * @param keysPage the page of the keys, from 1
 * @param place the only {@code ACCOUNT/REGION} that is shown; empty for all
 * @param placesPage the page of the accounts and Regions, from 1
 */
record OverviewQuestion(
    String filter, int page, int keysPage, Optional<String> place, int placesPage) {
  static final String FILTER = "filter";
  private static final String PAGE = "page";
  private static final String KEYS_PAGE = "keys-page";
  static final String PLACE = "place";
  private static final String PLACES_PAGE = "places-page";
  private static final Pattern ACCOUNT_AND_REGION =
      Pattern.compile("[A-Za-z0-9-]{1,32}/[a-z0-9-]{1,32}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /** Reads a page's number; another text gives the first page. */
  static OverviewQuestion of(Query query) {
    return new OverviewQuestion(
        query.get(FILTER).orElse("").trim(),
        number(query, PAGE),
        number(query, KEYS_PAGE),
        query.get(PLACE).filter(text -> ACCOUNT_AND_REGION.matcher(text).matches()),
        number(query, PLACES_PAGE));
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
    return new OverviewQuestion(filter, other, keysPage, place, placesPage);
  }

  OverviewQuestion withKeysPage(int other) {
    return new OverviewQuestion(filter, page, other, place, placesPage);
  }

  /** Returns the question for other accounts and Regions, from the first stream and key. */
  OverviewQuestion withPlacesPage(int other) {
    return new OverviewQuestion(filter, 1, 1, place, other);
  }

  /** Returns the question for one account and Region, or all, from the first stream and key. */
  OverviewQuestion withPlace(Optional<String> other) {
    return new OverviewQuestion(filter, 1, 1, other, 1);
  }

  /** Returns the address of that overview. */
  String address() {
    StringBuilder address = new StringBuilder(Layout.HOME + "?");
    address.append(FILTER).append('=').append(URLEncoder.encode(filter, UTF_8));
    address.append('&').append(PAGE).append('=').append(page);
    address.append('&').append(KEYS_PAGE).append('=').append(keysPage);
    place.ifPresent(
        text ->
            address.append('&').append(PLACE).append('=').append(URLEncoder.encode(text, UTF_8)));
    if (placesPage > 1) {
      address.append('&').append(PLACES_PAGE).append('=').append(placesPage);
    }
    return address.toString();
  }
}
