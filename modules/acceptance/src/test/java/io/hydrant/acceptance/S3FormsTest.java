package io.hydrant.acceptance;

import static io.hydrant.acceptance.S3Identities.ALICE;
import static io.hydrant.acceptance.S3Identities.READER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Forms that upload objects, on a node that verifies signatures. */
class S3FormsTest extends OneNode {
  private static final String TAGS =
      "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>";
  @TempDir private static Path folder;

  @Override
  Map<String, Object> settings() {
    return S3Identities.settings(folder);
  }

  private static String policy(String conditions) {
    String json =
        "{'expiration':'"
            + Instant.now().plus(Duration.ofHours(1))
            + "','conditions':[{'bucket':'bucket'},['starts-with','$x-amz-',''],"
            + "['starts-with','$x-amz-credential',''],['starts-with','$x-amz-algorithm',''],"
            + "['starts-with','$x-amz-date','']"
            + conditions
            + "]}";
    return Base64.getEncoder()
        .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String[] signed(S3Signer by, String conditions, String... fields) {
    String policy = policy(conditions);
    String date = S3Signer.now();
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(
        List.of(
            "policy",
            policy,
            "x-amz-algorithm",
            "AWS4-HMAC-SHA256",
            "x-amz-credential",
            by.accessKeyId() + "/" + S3Signer.scope(date),
            "x-amz-date",
            date,
            "x-amz-signature",
            by.sign(date, policy)));
    return all.toArray(String[]::new);
  }

  private HttpResponse<String> post(String file, String... fields) throws Exception {
    return HttpCalls.plain(bucket(file, fields).build());
  }

  private HttpRequest.Builder bucket(String file, String... fields) {
    return S3Form.post(endpoint().resolve("/" + BUCKET), file, fields);
  }

  private String code(String file, String... fields) throws Exception {
    return post(file, fields).body().replaceAll("(?s).*<Code>(.*)</Code>.*", "$1");
  }

  @Test
  void a_signed_form_stores_its_file_with_all_that_it_says() throws Exception {
    String conditions =
        ",['starts-with','$key','in/'],{'success_action_status':'201'},{'x-amz-meta-a':'1'},"
            + "{'Content-Type':'text/x'},['starts-with','$tagging',''],{'acl':'private'},"
            + "{'x-amz-server-side-encryption':'AES256'},['content-length-range',1,100]";
    HttpResponse<String> answer =
        post(
            "from a form",
            signed(
                ALICE,
                conditions,
                "key",
                "in/${filename}",
                "success_action_status",
                "201",
                "x-amz-meta-a",
                "1",
                "Content-Type",
                "text/x",
                "tagging",
                TAGS,
                "acl",
                "private",
                "x-amz-server-side-encryption",
                "AES256"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("<Key>in/file.txt</Key>");
    assertThat(answer.headers().firstValue("Location"))
        .contains(endpoint() + "/bucket/in%2Ffile.txt");
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("in/file.txt")).asUtf8String())
        .isEqualTo("from a form");
    HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key("in/file.txt"));
    assertThat(head.metadata()).containsExactly(Map.entry("a", "1"));
    assertThat(head.contentType()).isEqualTo("text/x");
    assertThat(s3.getObjectTagging(r -> r.bucket(BUCKET).key("in/file.txt")).tagSet())
        .containsExactly(Tag.builder().key("a").value("b").build());
  }

  @Test
  void a_form_of_version_2_is_verified() throws Exception {
    String policy = policy(",{'key':'second'}");
    String signature = ALICE.signVersion2(policy);
    String[] fields = {
      "key", "second", "policy", policy, "AWSAccessKeyId", "AKIAALICE", "signature", signature
    };
    assertThat(post("x", fields).statusCode()).isEqualTo(204);
    fields[7] = ALICE.signVersion2(policy + "=");
    assertThat(code("x", fields)).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void a_policy_that_is_not_the_signed_one_is_refused() throws Exception {
    String[] fields = signed(ALICE, ",{'key':'k'}", "key", "other");
    fields[3] = policy(",{'key':'other'}");
    assertThat(code("x", fields)).isEqualTo("SignatureDoesNotMatch");
    assertThat(code("x", signed(new S3Signer("AKIAALICE", "guessed"), ",{'key':'k'}", "key", "k")))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(code("x", signed(new S3Signer("AKIANOBODY", "x"), ",{'key':'k'}", "key", "k")))
        .isEqualTo("InvalidAccessKeyId");
  }

  @Test
  void a_form_may_what_its_signer_may() throws Exception {
    assertThat(code("x", signed(READER, ",{'key':'out/k'}", "key", "out/k")))
        .isEqualTo("AccessDenied");
    assertThat(post("x", signed(READER, ",{'key':'in/k'}", "key", "in/k")).statusCode())
        .isEqualTo(204);
    assertThat(
            code(
                "x",
                signed(
                    READER,
                    ",{'key':'in/k'},['starts-with','$tagging','']",
                    "key",
                    "in/k",
                    "tagging",
                    TAGS)))
        .isEqualTo("AccessDenied");
    assertThat(code("x", "key", "in/k")).as("an anonymous form").isEqualTo("AccessDenied");
    assertThat(code("x", "key", "in/k", "AWSAccessKeyId", "AKIAALICE"))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void a_file_beyond_its_range_is_refused_and_stores_nothing() throws Exception {
    String[] fields =
        signed(ALICE, ",{'key':'large'},['content-length-range',1,100]", "key", "large");
    assertThat(code("x".repeat(2_000_000), fields)).isEqualTo("EntityTooLarge");
    assertThat(code("", fields)).isEqualTo("EntityTooSmall");
    assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("large")).contents()).isEmpty();
  }

  @Test
  void a_page_of_another_site_cannot_post_a_form() throws Exception {
    HttpRequest.Builder form = bucket("x", signed(ALICE, ",{'key':'site'}", "key", "site"));
    for (String origin : new String[] {"http://evil.example", "null"}) {
      HttpResponse<String> answer = HttpCalls.plain(form.copy().header("Origin", origin).build());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("Requests from pages of other sites are refused.");
    }
    assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("site")).contents()).isEmpty();
    assertThat(HttpCalls.plain(form.build()).statusCode()).isEqualTo(204);
  }

  @Test
  void a_post_that_is_no_form_or_a_broken_one_is_refused() throws Exception {
    URI address = endpoint().resolve("/" + BUCKET);
    HttpRequest.Builder text =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString("a=b"));
    assertThat(HttpCalls.plain(text.build()).body())
        .contains("Bucket POST must be of the enclosure-type multipart/form-data");
    HttpRequest.Builder broken =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString("--b\r\nno form"));
    assertThat(HttpCalls.plain(broken.build()).body())
        .contains("<Code>MalformedPOSTRequest</Code>");
  }
}
