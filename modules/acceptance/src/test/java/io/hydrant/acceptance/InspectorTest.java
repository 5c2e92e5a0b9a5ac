package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.core.SdkBytes.fromUtf8String;
import static software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus.ENABLING_FAILED;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.firehose.model.FirehoseException;

/** The inspector's pages, as a browser gets them. */
class InspectorTest extends OneNode {
  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpResponse<String> page = http(HttpRequest.newBuilder(endpoint().resolve(path)));
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    return page;
  }

  private static String streamPath(String stream) {
    return "/_hydrant/streams/000000000000/us-east-1/" + stream;
  }

  @Test
  void the_overview_shows_streams_keys_and_faults() throws Exception {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    fault("{'service':'s3','operation':'PutObject','on':'nowhere','unreachable':true}");
    String page = get("/_hydrant/").body();
    assertThat(page)
        .contains("<a href=\"" + streamPath(stream) + "\">" + stream + "</a>")
        .contains("ENABLED", key.substring(key.lastIndexOf('/') + 1))
        .contains("S3 PutObject on nowhere");
    assertThat(get("/_hydrant").body()).contains(stream);
  }

  @Test
  void the_overview_shows_what_a_stream_holds_and_when_it_last_delivered() throws Exception {
    String stream = newName();
    create(stream, 300);
    assertThat(row(stream)).contains(">empty</td>", ">never</td>");
    firehose.putRecord(
        r -> r.deliveryStreamName(stream).record(x -> x.data(fromUtf8String("twelve bytes"))));
    assertThat(row(stream)).containsPattern(">1 record, 12 B, due in (300|29[0-9]) s</td>");
    advance(Duration.ofMinutes(5));
    await()
        .untilAsserted(
            () -> assertThat(row(stream)).contains(">empty</td>").doesNotContain("never"));
  }

  private String row(String stream) throws Exception {
    String page = get("/_hydrant/").body();
    String from = page.substring(page.indexOf(">" + stream + "</a>"));
    return from.substring(0, from.indexOf("</tr>"));
  }

  @Test
  void a_streams_page_shows_each_step_and_the_state_at_that_moment() throws Exception {
    String stream = activeStream();
    String key = newKey();
    fault(
        "{'service':'kms','operation':'CreateGrant','on':'%s','times':1,'error':{'code':'AccessDeniedException','message':'Denied on demand.'}}"
            .formatted(key));
    start(stream, key);
    awaitEncryption(stream, ENABLING_FAILED);
    encrypt(stream, key);

    String now = get(streamPath(stream)).body();
    assertThat(now)
        .contains("stream created", "stream encryption requested", "Denied on demand.")
        .contains("budget encryption call counted", "key grant created")
        .contains("Passed: DISABLED, ENABLING, ENABLING_FAILED, ENABLING, ENABLED")
        .contains("Starts and stops left</td><td>23")
        .contains("&quot;Status&quot; : &quot;ENABLED&quot;");
    int failed = step(now, "stream encryption enabling failed");
    String then = get(streamPath(stream) + "?at=" + failed).body();
    assertThat(then)
        .contains("Passed: DISABLED, ENABLING, ENABLING_FAILED\"")
        .contains("Starts and stops left</td><td>24")
        .contains("&quot;Status&quot; : &quot;ENABLING_FAILED&quot;")
        .contains("aria-current=\"step\"");
    assertThat(get(streamPath(stream) + "?at=999999").body()).isEqualTo(now);
    assertThat(get(streamPath(stream) + "?at=x").body()).isEqualTo(now);
    assertThat(get(streamPath("nobody")).body()).contains("knows no stream of this name");
  }

  @Test
  void the_timeline_shows_who_called_and_what_was_refused() throws Exception {
    String stream = activeStream();
    String key = newKey();
    encrypt(stream, key);
    kms.disableKey(r -> r.keyId(key));
    advance(Duration.ofSeconds(2));
    FirehoseException refused =
        catchThrowableOfType(
            FirehoseException.class,
            () ->
                firehose.putRecord(
                    r ->
                        r.deliveryStreamName(stream)
                            .record(x -> x.data(fromUtf8String("secret")))));
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidKMSResourceException");
    kms.enableKey(r -> r.keyId(key));

    // Refused calls are kept by a thread of its own.
    await()
        .untilAsserted(
            () ->
                assertThat(get(streamPath(stream)).body())
                    .contains("PutRecord refused: InvalidKMSResourceException, by arn:aws:iam::"));
    String page = get(streamPath(stream)).body();
    assertThat(page)
        .containsSubsequence(
            "key disabled: DisableKey by arn:aws:iam::000000000000:root",
            "PutRecord refused",
            "key enabled: EnableKey by");
    String then = get(streamPath(stream) + "?at=" + step(page, "PutRecord refused")).body();
    assertThat(then)
        .contains(refused.requestId(), "Disabled, 1 grant")
        .doesNotContain("secret", "c2VjcmV0");
    assertThat(
            get("/_hydrant/keys/000000000000/us-east-1/" + key.substring(key.indexOf('/') + 1))
                .body())
        .contains("key disabled: DisableKey by");
  }

  /** The number of the first step whose line begins so. */
  private static int step(String page, String line) {
    String before = page.substring(0, page.indexOf(line));
    String link = before.substring(before.lastIndexOf("?at=") + "?at=".length());
    return Integer.parseInt(link.substring(0, link.indexOf('"')));
  }

  @Test
  void a_keys_page_shows_its_grants_and_its_policy_as_text() throws Exception {
    String policy =
        """
        {"Statement":[{"Sid":"<script>alert(1)</script>","Effect":"Allow",\
        "Principal":{"AWS":"000000000000"},"Action":"kms:*","Resource":"*"}]}""";
    String key = kms.createKey(r -> r.policy(policy)).keyMetadata().keyId();
    String stream = activeStream();
    encrypt(stream, "arn:aws:kms:us-east-1:000000000000:key/" + key);
    String page = get("/_hydrant/keys/000000000000/us-east-1/" + key).body();
    assertThat(page)
        .contains("Enabled, 1 grant", "firehose.amazonaws.com", stream)
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void pages_load_nothing_but_their_style_and_are_framed_by_no_page() throws Exception {
    HttpResponse<String> page = get("/_hydrant/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'");
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
    HttpResponse<String> style = get("/_hydrant/inspector.css");
    assertThat(style.headers().firstValue("Content-Type")).hasValue("text/css; charset=UTF-8");
    assertThat(style.body()).contains("prefers-color-scheme: dark").doesNotContain("http");
  }
}
