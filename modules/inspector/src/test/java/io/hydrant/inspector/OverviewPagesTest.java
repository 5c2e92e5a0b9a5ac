package io.hydrant.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.replay.SampleJournal;
import java.time.Duration;
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
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\">([A-Z][a-z ]+)<");
  private static final String NEXT = "Next page";
  private static final String PREVIOUS = "Previous page";

  private final ManyStreams node = new ManyStreams(120);
  private Duration limit = Duration.ofMinutes(1);

  private CompletableFuture<OverviewReading.Rows> rows(String query) {
    return new OverviewReading(node::entities, node.streams(), node.keys(), limit)
        .rows(question(query), SampleJournal.at(0))
        .toCompletableFuture();
  }

  private static OverviewQuestion question(String query) {
    return OverviewQuestion.of(Uri.create("http://node/_hydrant/" + query).query());
  }

  private String page(String query) {
    OverviewReading.Rows rows = rows(query).join();
    return new Overview(
            SampleJournal.at(0),
            question(query),
            rows.streams(),
            rows.keys(),
            rows.missing(),
            List.of(),
            false)
        .write();
  }

  private static List<String> names(String page) {
    return NAME.matcher(page).results().map(found -> found.group(1)).toList();
  }

  /** The query behind the last link of that name; none where there is no such link. */
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

  private static String row(String page, String name) {
    String from = page.substring(page.indexOf(">" + name + "</a>"));
    return from.substring(0, from.indexOf("</tr>"));
  }

  @Test
  void a_page_has_fifty_streams_by_name_and_only_these_are_asked() {
    assertThat(names(page(""))).isEqualTo(orders(1, 50));
    assertThat(node.asked()).containsAll(orders(1, 50)).hasSize(50 + 2);
  }

  @Test
  void links_lead_to_the_next_page_and_back() {
    String first = page("");
    assertThat(first).contains("1 to 50 of 120");
    assertThat(link(first, PREVIOUS)).isEmpty();
    String second = page(link(first, NEXT).orElseThrow());
    assertThat(names(second)).isEqualTo(orders(51, 100));
    String third = page(link(second, NEXT).orElseThrow());
    assertThat(names(third)).isEqualTo(orders(101, 120));
    assertThat(third).contains("101 to 120 of 120");
    assertThat(link(third, NEXT)).isEmpty();
    assertThat(names(page(link(third, PREVIOUS).orElseThrow()))).isEqualTo(orders(51, 100));
  }

  @Test
  void a_filter_leaves_the_names_that_contain_it_and_goes_along_with_the_links() {
    assertThat(names(page("?filter=ORDERS-11"))).isEqualTo(orders(110, 119));
    assertThat(node.asked()).isEqualTo(orders(110, 119));
    String next = link(page("?filter=orders-"), NEXT).orElseThrow();
    assertThat(next).contains("filter=orders-&");
    assertThat(page("?filter=nothing-like-it")).contains("There is no such stream.");
  }

  @Test
  void a_filter_is_shown_as_text() {
    assertThat(page("?filter=%22%3E%3Cscript%3E&place=%3Cscript%3E")).doesNotContain("<script");
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
  void no_more_entities_are_asked_side_by_side_than_a_page_has() {
    node.hold();
    CompletableFuture<OverviewReading.Rows> rows = rows("?filter=orders");
    assertThat(node.waiting()).isEqualTo(Paged.SIZE);
    node.release();
    assertThat(rows.join().streams().items()).hasSize(Paged.SIZE);
    assertThat(node.waiting()).isZero();
  }

  @Test
  void when_the_time_of_a_page_ends_there_is_a_page_that_has_the_names() {
    node.hold();
    limit = Duration.ofMillis(200);
    String page = page("?filter=orders-00");
    assertThat(names(page)).isEqualTo(orders(1, 9));
    assertThat(row(page, "orders-001")).contains("did not answer in time");
  }

  @Test
  void what_would_be_asked_after_the_time_of_a_page_is_not_asked() {
    limit = Duration.ZERO;
    assertThat(page("")).contains("The journal did not answer in time");
    assertThat(node.most()).isEmpty();
    assertThat(node.asked()).isEmpty();
  }

  @Test
  void a_stream_that_does_not_answer_keeps_its_row_and_the_others_theirs() {
    node.silence(ManyStreams.PLACE + "/orders-002");
    String page = page("");
    assertThat(names(page)).isEqualTo(orders(1, 50));
    assertThat(row(page, "orders-002")).contains("did not answer in time").doesNotContain("ACTIVE");
    assertThat(row(page, "orders-001")).contains("ACTIVE", ">24<");
    assertThat(row(page, "orders-003")).contains("ACTIVE", ">24<");
  }

  @Test
  void a_key_that_does_not_answer_keeps_its_row() {
    assertThat(row(page(""), "key-1")).contains("Enabled, 3 grants");
    node.silence(ManyStreams.PLACE + "/key-1");
    assertThat(row(page(""), "key-1")).contains("did not answer in time");
  }

  @Test
  void a_stream_that_has_gone_since_and_a_key_of_aws_have_no_row() {
    node.remove(ManyStreams.PLACE + "/orders-002");
    assertThat(names(page(""))).hasSize(49).doesNotContain("orders-002");
    assertThat(page("")).doesNotContain("aws-key");
  }

  @Test
  void where_nothing_answers_there_is_a_page_that_says_so() {
    node.silence(ManyStreams.PLACE);
    orders(1, 120).forEach(name -> node.silence(ManyStreams.PLACE + "/" + name));
    assertThat(names(page("?page=3"))).isEqualTo(orders(101, 120));
    node.silenceJournal();
    assertThat(page("")).contains("The journal did not answer in time", "Load the page again");
  }

  @Test
  void where_a_directory_does_not_answer_the_names_come_from_the_journal_and_the_log_says_so() {
    assertThat(page("")).doesNotContain("did not answer");
    node.silence(ManyStreams.PLACE);
    try (LogOf log = new LogOf(Directories.class)) {
      String page = page("?page=3");
      assertThat(names(page)).isEqualTo(orders(101, 120));
      assertThat(page)
          .contains("The list of streams did not answer in time")
          .contains("The list of keys did not answer in time")
          .contains("000000000000 us-east-1.");
      assertThat(log.lines())
          .hasSize(2)
          .allMatch(line -> line.startsWith("WARN"))
          .anyMatch(line -> line.contains("directory of 000000000000/us-east-1 did not answer"))
          .anyMatch(line -> line.contains("key-directory of 000000000000/us-east-1 did not answer"))
          .allMatch(line -> line.contains("no answer"));
    }
  }

  @Test
  void fifty_accounts_and_regions_are_asked_for_their_names_and_the_others_are_a_link_away() {
    for (int account = 100; account < 220; account++) {
      node.with("000000000" + account + "/eu-west-1", 1);
    }
    String first = page("");
    assertThat(names(first)).hasSize(50);
    assertThat(node.most()).hasSize(2 * Paged.SIZE);
    assertThat(first).contains("accounts and Regions 1 to 50 of 121; the others are left out");
    assertThat(first).contains("000000000100 eu-west-1").doesNotContain("000000000150 eu-west-1");
    String second = page(link(first, NEXT).orElseThrow());
    assertThat(second).contains("000000000150 eu-west-1").doesNotContain("000000000100 eu-west-1");
  }

  @Test
  void the_places_of_a_page_share_the_names_that_are_looked_through_and_one_can_be_shown_alone() {
    node.with("000000000001/eu-west-1", Directories.NAMES_MAX / 2 + 1);
    String page = page("?filter=orders-001");
    assertThat(node.most()).containsOnly(Directories.NAMES_MAX / 2);
    assertThat(page).contains("000000000001 eu-west-1 has more streams or keys");
    assertThat(page).doesNotContain("000000000000 us-east-1 has more");

    String alone = page(link(page, "Show it alone").orElseThrow());
    assertThat(alone)
        .contains("Streams and keys of 000000000001 eu-west-1 alone.")
        .doesNotContain("has more streams or keys");
    assertThat(link(alone, "Show all")).isPresent();

    node.with("000000000001/eu-west-1", Directories.NAMES_MAX + 1);
    assertThat(page("?place=000000000001/eu-west-1")).contains("some are left out");
  }

  @Test
  void a_place_that_there_is_not_has_no_rows_and_one_of_another_form_is_passed_over() {
    assertThat(page("?place=1/nowhere")).contains("There is no stream yet.");
    assertThat(names(page("?place=//"))).isEqualTo(orders(1, 50));
  }

  @Test
  void a_node_with_one_page_has_neither_links_nor_a_filter() {
    ManyStreams few = new ManyStreams(50);
    OverviewReading.Rows rows =
        new OverviewReading(few::entities, few.streams(), few.keys(), limit)
            .rows(question(""), SampleJournal.at(0))
            .toCompletableFuture()
            .join();
    String page =
        new Overview(
                SampleJournal.at(0),
                question(""),
                rows.streams(),
                rows.keys(),
                rows.missing(),
                List.of(),
                false)
            .write();
    assertThat(names(page)).isEqualTo(orders(1, 50));
    assertThat(page).doesNotContain("Next page", "<form", "left out", "class=\"notice\"");
  }
}
