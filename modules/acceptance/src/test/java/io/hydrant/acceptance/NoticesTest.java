package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hydrant.core.stream.UnsupportedFeature;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a stream asks for and Hydrant does not do is said in the log and on the stream's page. */
class NoticesTest extends OneNode {
  private static final String NOTICE =
      "HttpEndpointDestinationConfiguration: nothing is delivered to the HTTP endpoint; records"
          + " stay in the buffer";
  private static final Pattern MEMBER = Pattern.compile("`([A-Za-z0-9]+)`");

  private final LogLines log = new LogLines();

  @BeforeAll
  void listen() {
    log.keep();
  }

  @AfterAll
  void stopListening() {
    log.stopKeeping();
  }

  private List<String> noticesOf(String stream) {
    return log.lines().stream().filter(line -> line.contains("/" + stream + " asks for")).toList();
  }

  private void createWithEndpoint(String stream) {
    firehose.createDeliveryStream(
        r ->
            r.deliveryStreamName(stream)
                .httpEndpointDestinationConfiguration(
                    http ->
                        http.endpointConfiguration(e -> e.url("https://vendor.example/"))
                            .s3Configuration(
                                s3 ->
                                    s3.bucketARN("arn:aws:s3:::bucket")
                                        .roleARN("arn:aws:iam::000000000000:role/firehose"))));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                firehose
                    .describeDeliveryStream(r -> r.deliveryStreamName(stream))
                    .deliveryStreamDescription()
                    .deliveryStreamStatusAsString()
                    .equals("ACTIVE"));
  }

  @Test
  void a_creation_and_each_update_write_one_line() {
    String stream = newName();
    createWithEndpoint(stream);
    assertThat(noticesOf(stream))
        .singleElement()
        .asString()
        .isEqualTo(
            "WARN The configuration of stream arn:aws:firehose:us-east-1:000000000000:deliverystream/"
                + stream
                + " asks for what Hydrant does not do. "
                + NOTICE);
    firehose.updateDestination(
        r ->
            r.deliveryStreamName(stream)
                .currentDeliveryStreamVersionId("1")
                .destinationId("destinationId-000000000001")
                .httpEndpointDestinationUpdate(
                    http -> http.endpointConfiguration(e -> e.url("https://other.example/"))));
    assertThat(noticesOf(stream)).hasSize(2);
    assertThat(noticesOf(stream).get(1)).contains(NOTICE);
  }

  @Test
  void a_stream_that_asks_for_nothing_more_has_no_line() {
    String stream = activeStream();
    assertThat(noticesOf(stream)).isEmpty();
  }

  @Test
  void the_streams_page_shows_them() throws Exception {
    String stream = newName();
    createWithEndpoint(stream);
    assertThat(page(stream)).contains("class=\"notice\"", "<li>" + NOTICE + "</li>");
    assertThat(page(activeStream())).doesNotContain("class=\"notice\"");
  }

  private String page(String stream) throws Exception {
    return http(HttpRequest.newBuilder(
            endpoint().resolve("/_hydrant/streams/000000000000/us-east-1/" + stream)))
        .body();
  }

  @Test
  void journal_show_tells_them_beside_the_event() throws Exception {
    String stream = newName();
    createWithEndpoint(stream);
    assertThat(JournalCommands.run("show", stream, "--url", endpoint().toString()))
        .contains("Hydrant does not do this: " + NOTICE);
  }

  @Test
  void the_table_of_the_readme_and_the_list_in_the_code_are_the_same() {
    String chapter = Documents.text(Documents.README).split("\n## What works", 2)[1];
    String table = chapter.substring(0, chapter.indexOf("\n## "));
    Set<String> notDone =
        table
            .lines()
            .filter(row -> row.startsWith("|") && row.contains("| not done"))
            .flatMap(row -> MEMBER.matcher(row).results())
            .map(member -> member.group(1))
            .collect(Collectors.toSet());
    assertThat(notDone)
        .isEqualTo(
            Stream.of(UnsupportedFeature.values())
                .map(UnsupportedFeature::member)
                .collect(Collectors.toSet()));
  }
}
