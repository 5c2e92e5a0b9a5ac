package io.hydrant.s3.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Content;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormUploadTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private final List<S3Request> opened = new ArrayList<>();
  private final StringBuilder stored = new StringBuilder();
  private boolean aborted;

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String file(String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + name
        + "\"\r\n\r\n"
        + content
        + "\r\n--b--\r\n";
  }

  private FormUpload upload() {
    S3Request head =
        new S3Request(
            "POST",
            new S3Request.Target(Optional.of("bucket"), Optional.empty()),
            Query.NONE,
            Headers.NONE,
            OptionalLong.empty(),
            new Payload.Plain(),
            Optional.empty(),
            "id");
    return new FormUpload(
        new FormRequest(head, "b", "http://localhost/bucket"),
        fields -> Optional.empty(),
        this::open,
        () -> NOW);
  }

  private BodySink open(S3Request request) {
    opened.add(request);
    return new BodySink() {
      @Override
      public void write(ByteBuffer bytes) {
        stored.append(StandardCharsets.UTF_8.decode(bytes.duplicate()));
      }

      @Override
      public S3Response finish() {
        return S3Response.empty(200, Headers.NONE.with("ETag", "\"e\""));
      }

      @Override
      public void abort() {
        aborted = true;
      }
    };
  }

  private S3Response send(String... parts) {
    FormUpload upload = upload();
    try {
      upload.write(ByteBuffer.wrap(String.join("", parts).getBytes(StandardCharsets.UTF_8)));
      return upload.finish();
    } catch (S3Exception refused) {
      upload.abort();
      throw refused;
    }
  }

  private String outcome(String... parts) {
    try {
      return "stored " + send(parts).status();
    } catch (S3Exception refused) {
      S3Error error = refused.error();
      return error.code() + " " + error.message();
    }
  }

  private static String policy(String conditions) {
    String json = "{\"expiration\":\"2026-11-28T12:00:01Z\",\"conditions\":[" + conditions + "]}";
    return field(
        "policy", Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_file_is_stored_as_put_object_would() {
    assertThat(
            outcome(
                field("key", "in/${filename}"),
                field("acl", "private"),
                field("Content-Type", "text/plain"),
                field("x-amz-meta-A", "from ${filename}"),
                field("x-amz-copy-source", "/other/key"),
                field(
                    "tagging",
                    "<Tagging><TagSet><Tag><Key>a b</Key><Value>c&amp;d</Value></Tag></TagSet>"
                        + "</Tagging>"),
                file("dir/n.txt", "content")))
        .isEqualTo("stored 204");
    assertThat(stored).hasToString("content");
    S3Request put = opened.get(0);
    assertThat(put.method()).isEqualTo("PUT");
    assertThat(put.target().key()).contains("in/n.txt");
    assertThat(put.headers().all())
        .containsExactlyInAnyOrder(
            new Headers.Header("x-amz-acl", "private"),
            new Headers.Header("content-type", "text/plain"),
            new Headers.Header("x-amz-meta-a", "from n.txt"),
            new Headers.Header("x-amz-tagging", "a+b=c%26d"));
  }

  @Test
  void the_answer_is_what_the_form_asks_for() {
    String key = field("key", "a b/é");
    String file = file("f", "x");
    assertThat(send(key, field("success_action_status", "200"), file).status()).isEqualTo(200);
    assertThat(send(key, field("success_action_status", "500"), file).status()).isEqualTo(204);
    S3Response created = send(key, field("success_action_status", "201"), file);
    assertThat(created.status()).isEqualTo(201);
    assertThat(((Content.Text) created.content()).text())
        .contains("<PostResponse><Location>http://localhost/bucket/a%20b%2F%C3%A9</Location>")
        .contains("<Bucket>bucket</Bucket><Key>a b/é</Key><ETag>&quot;e&quot;</ETag>");
  }

  @ParameterizedTest
  @CsvSource({
    "http://site/done, http://site/done?bucket=bucket&key=k&etag=%22e%22",
    "https://site/done?a=b, https://site/done?a=b&bucket=bucket&key=k&etag=%22e%22",
  })
  void a_form_can_lead_on(String address, String location) {
    S3Response response =
        send(field("key", "k"), field("success_action_redirect", address), file("f", "x"));
    assertThat(response.status()).isEqualTo(303);
    assertThat(response.headers().first("Location")).contains(location);
  }

  @ParameterizedTest
  @CsvSource({"javascript:alert(1)", "nowhere", "http://a b"})
  void what_is_no_address_leads_nowhere(String address) {
    assertThat(send(field("key", "k"), field("redirect", address), file("f", "x")).status())
        .isEqualTo(204);
  }

  @Test
  void a_form_without_a_key_or_a_file_is_refused() {
    assertThat(outcome(file("f", "x")))
        .startsWith("InvalidArgument Bucket POST must contain a field named 'key'.");
    assertThat(outcome(field("key", ""), file("f", "x")))
        .isEqualTo("InvalidArgument User key must have a length greater than 0.");
    assertThat(outcome(field("key", "k"), "--b--\r\n"))
        .isEqualTo("InvalidArgument POST requires exactly one file upload per request.");
    assertThat(opened).isEmpty();
  }

  @Test
  void the_conditions_of_the_policy_hold_before_anything_is_stored() {
    assertThat(outcome(policy("{\"key\":\"other\"}"), field("key", "k"), file("f", "x")))
        .startsWith("AccessDenied Invalid according to Policy: Policy Condition failed");
    assertThat(opened).isEmpty();
  }

  @Test
  void a_condition_holds_for_each_value_of_a_repeated_field() {
    String limited = policy("{\"key\":\"k\"},[\"eq\",\"$x-amz-meta-user\",\"alice\"]");
    assertThat(
            outcome(
                limited,
                field("key", "k"),
                field("x-amz-meta-user", "alice"),
                field("X-Amz-Meta-User", "admin"),
                file("f", "x")))
        .startsWith("AccessDenied Invalid according to Policy: Policy Condition failed");
    assertThat(opened).isEmpty();
  }

  @Test
  void a_file_of_a_wrong_size_is_dropped() {
    String limited = policy("{\"key\":\"k\"},[\"content-length-range\",2,3]");
    assertThat(outcome(limited, field("key", "k"), file("f", "1"))).startsWith("EntityTooSmall ");
    assertThat(aborted).isTrue();
    assertThat(outcome(limited, field("key", "k"), file("f", "1234")))
        .startsWith("EntityTooLarge ");
    assertThat(outcome(limited, field("key", "k"), file("f", "123"))).isEqualTo("stored 204");
  }

  @Test
  void fields_behind_the_file_mean_nothing() {
    String file = file("f", "x").replace("--b--\r\n", "");
    assertThat(outcome(field("key", "k"), file, field("x-amz-meta-a", "1"), file("f", "second")))
        .isEqualTo("stored 204");
    assertThat(stored).hasToString("x");
    assertThat(opened.get(0).headers().all()).isEmpty();
  }

  @Test
  void fields_are_bounded() {
    assertThat(outcome(field("key", "k"), field("x-ignore-a", "y".repeat(20 * 1024))))
        .startsWith("MaxPostPreDataLengthExceededError ");
    String[] many = new String[3000];
    Arrays.fill(many, field("", ""));
    assertThat(outcome(many))
        .as("their number counts, too")
        .startsWith("MaxPostPreDataLengthExceededError ");
  }

  @Test
  void no_field_adds_lines_to_an_answer() {
    assertThat(outcome(field("key", "k"), field("x-amz-meta-a", "1\r\nX: y"), file("f", "x")))
        .startsWith("InvalidArgument ");
    assertThat(outcome(field("key", "k"), field("x-amz-meta-a b", "1"), file("f", "x")))
        .startsWith("InvalidArgument ");
  }

  @Test
  void a_form_that_is_cut_off_stores_nothing() {
    assertThat(outcome(field("key", "k"), file("f", "x").replace("--b--\r\n", "")))
        .startsWith("MalformedPOSTRequest ");
    assertThat(aborted).isTrue();
  }
}
