package io.hydrant.replay.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.replay.Night;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pekko.http.javadsl.model.Uri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The overview of a node with more streams than a page has. */
class OverviewPagesTest {
  private static final Pattern NAME = Pattern.compile(">(orders-[^<]+)</a>");
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\">(Previous|Next) page<");

  private final ManyStreams node = new ManyStreams(120);

  private CompletableFuture<OverviewReading.Rows> rows(String query) {
    return new OverviewReading(
            node, buffer -> CompletableFuture.completedFuture(Optional.empty()), node)
        .rows(question(query), Night.at(0))
        .toCompletableFuture();
  }

  private static OverviewQuestion question(String query) {
    return OverviewQuestion.of(Uri.create("http://node/_hydrant/" + query).query());
  }

  private String page(String query) {
    OverviewReading.Rows rows = rows(query).join();
    return new Overview(Night.at(0), question(query), rows.streams(), rows.keys(), List.of(), false)
        .write();
  }

  private static List<String> names(String page) {
    return NAME.matcher(page).results().map(found -> found.group(1)).toList();
  }

  /** The query behind the link to the previous or the next page; none where there is no link. */
  private static Optional<String> link(String page, String which) {
    return LINK.matcher(page)
        .results()
        .filter(found -> found.group(2).equals(which))
        .map(found -> found.group(1).replace("&amp;", "&"))
        .map(address -> address.substring(address.indexOf('?')))
        .findFirst();
  }

  private static List<String> orders(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj("orders-%03d"::formatted).toList();
  }

  @Test
  void a_page_has_fifty_streams_by_name_and_only_their_histories_are_read() {
    assertThat(names(page(""))).isEqualTo(orders(1, 50));
    assertThat(node.read()).isEqualTo(orders(1, 50));
    // A stream's own history and its budget's.
    assertThat(node.reads()).isEqualTo(100);
  }

  @Test
  void links_lead_to_the_next_page_and_back() {
    String first = page("");
    assertThat(first).contains("1 to 50 of 120");
    assertThat(link(first, "Previous")).isEmpty();
    String second = page(link(first, "Next").orElseThrow());
    assertThat(names(second)).isEqualTo(orders(51, 100));
    String third = page(link(second, "Next").orElseThrow());
    assertThat(names(third)).isEqualTo(orders(101, 120));
    assertThat(third).contains("101 to 120 of 120");
    assertThat(link(third, "Next")).isEmpty();
    assertThat(names(page(link(third, "Previous").orElseThrow()))).isEqualTo(orders(51, 100));
  }

  @Test
  void a_filter_leaves_the_names_that_contain_it_and_goes_along_with_the_links() {
    assertThat(names(page("?filter=ORDERS-11"))).isEqualTo(orders(110, 119));
    assertThat(node.read()).isEqualTo(orders(110, 119));
    String next = link(page("?filter=orders-"), "Next").orElseThrow();
    assertThat(next).contains("filter=orders-&");
    assertThat(page("?filter=nothing-like-it")).contains("There is no such stream.");
  }

  @Test
  void a_filter_is_shown_as_text() {
    assertThat(page("?filter=%22%3E%3Cscript%3E")).doesNotContain("<script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?page=-1", "?page=0", "?page=text", "?page=", "?page=99999999999999999999"})
  void a_page_that_is_no_number_of_a_page_is_the_first(String query) {
    assertThat(names(page(query))).isEqualTo(orders(1, 50));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?page=4", "?page=999999999"})
  void a_page_behind_the_last_is_the_last(String query) {
    assertThat(names(page(query))).isEqualTo(orders(101, 120));
  }

  @Test
  void eight_rows_are_read_at_a_time() {
    node.hold();
    CompletableFuture<OverviewReading.Rows> rows = rows("");
    while (!rows.isDone()) {
      assertThat(node.waiting()).isBetween(1, OverviewReading.ROWS_AT_A_TIME);
      node.release();
    }
    assertThat(rows.join().streams().items()).hasSize(50);
  }

  @Test
  void where_a_directory_does_not_answer_the_names_come_from_the_journal() {
    node.silence();
    assertThat(names(page("?page=3"))).isEqualTo(orders(101, 120));
  }

  @Test
  void a_node_with_one_page_has_neither_links_nor_a_filter() {
    ManyStreams few = new ManyStreams(50);
    OverviewReading.Rows rows =
        new OverviewReading(few, buffer -> CompletableFuture.completedFuture(Optional.empty()), few)
            .rows(question(""), Night.at(0))
            .toCompletableFuture()
            .join();
    String page =
        new Overview(Night.at(0), question(""), rows.streams(), rows.keys(), List.of(), false)
            .write();
    assertThat(names(page)).isEqualTo(orders(1, 50));
    assertThat(page).doesNotContain("Next page", "<form");
  }
}
