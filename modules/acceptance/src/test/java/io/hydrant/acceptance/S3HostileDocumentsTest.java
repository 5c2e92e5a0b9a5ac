package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** Documents to the embedded S3 that only a careless or a hostile client sends. */
class S3HostileDocumentsTest extends OneNode {
  private static final int DEPTH = 20_000;
  private static final List<String> CODES =
      List.of("MalformedXML", "MalformedPolicy", "MissingRequestBodyError", "EntityTooLarge");

  /** The requests that have a document, with the root of what they expect. */
  private static final Map<String, String> REQUESTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("PUT /new-bucket", "CreateBucketConfiguration"),
              Map.entry("PUT /bucket?tagging", "Tagging"),
              Map.entry("PUT /bucket/k?tagging", "Tagging"),
              Map.entry("PUT /bucket?versioning", "VersioningConfiguration"),
              Map.entry("PUT /bucket?encryption", "ServerSideEncryptionConfiguration"),
              Map.entry("PUT /bucket?lifecycle", "LifecycleConfiguration"),
              Map.entry("PUT /bucket?notification", "NotificationConfiguration"),
              Map.entry("PUT /bucket?publicAccessBlock", "PublicAccessBlockConfiguration"),
              Map.entry("PUT /bucket?ownershipControls", "OwnershipControls"),
              Map.entry("PUT /bucket?cors", "CORSConfiguration"),
              Map.entry("PUT /bucket?acl", "AccessControlPolicy"),
              Map.entry("PUT /bucket/k?acl", "AccessControlPolicy"),
              Map.entry("PUT /bucket?policy", "Policy"),
              Map.entry("POST /bucket?delete", "Delete"),
              Map.entry("POST /bucket/k?uploadId=UPLOAD", "CompleteMultipartUpload")));

  private String uploadId;

  @BeforeAll
  void startUpload() {
    s3.putObject(r -> r.bucket(BUCKET).key("k"), RequestBody.fromString("kept"));
    uploadId = s3.createMultipartUpload(r -> r.bucket(BUCKET).key("k")).uploadId();
  }

  /** By what each one is, with ROOT for the name of the root. */
  private static Map<String, String> documents() {
    Map<String, String> documents = new TreeMap<>();
    String entities =
        IntStream.range(1, 12)
            .mapToObj(i -> "<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">")
            .collect(Collectors.joining());
    documents.put(
        "laughs",
        "<!DOCTYPE ROOT [<!ENTITY e0 \"ha\">" + entities + "]><ROOT><Key>&e11;</Key></ROOT>");
    documents.put(
        "a file",
        "<!DOCTYPE ROOT [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ROOT><Key>&x;</Key></ROOT>");
    documents.put("a type elsewhere", "<!DOCTYPE ROOT SYSTEM \"http://127.0.0.1:1/\"><ROOT/>");
    documents.put(
        "parameters",
        "<!DOCTYPE ROOT [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><ROOT>1</ROOT>");
    documents.put("a type of nothing", "<!DOCTYPE ROOT><ROOT><Status>Enabled</Status></ROOT>");
    documents.put("an unknown entity", "<ROOT>&nothing;</ROOT>");
    documents.put("depth", "<ROOT>" + "<a>".repeat(DEPTH) + "</a>".repeat(DEPTH) + "</ROOT>");
    documents.put("depth without an end", "<a>".repeat(DEPTH));
    documents.put("width", "<ROOT>" + "<a/>".repeat(100_000) + "</ROOT>");
    documents.put(
        "attributes",
        "<ROOT "
            + IntStream.range(0, DEPTH)
                .mapToObj(i -> "a" + i + "='x' ")
                .collect(Collectors.joining())
            + "/>");
    documents.put("another root", "<Other/>");
    documents.put("two roots", "<ROOT></ROOT><ROOT></ROOT>");
    documents.put("cut", "<ROOT><Tag");
    documents.put("NUL", "<ROOT>\0</ROOT>");
    documents.put("a character that XML has not", "<ROOT>&#0;&#x1F;</ROOT>");
    documents.put("no document", "hello");
    documents.put("JSON", "{\"Statement\":[{\"a\":" + "[".repeat(DEPTH) + "}");
    documents.put("another encoding", "<?xml version='1.0' encoding='nothing'?><ROOT/>");
    documents.put("UTF-16 in name", "<?xml version='1.0' encoding='UTF-16'?><ROOT/>");
    documents.put("XML 9", "<?xml version='9.9'?><ROOT/>");
    documents.put("size", "<ROOT>" + " ".repeat(5 << 20) + "</ROOT>");
    return documents;
  }

  @Test
  void every_odd_document_is_refused_in_the_words_of_s3_and_changes_nothing() throws Exception {
    for (Map.Entry<String, String> document : documents().entrySet()) {
      for (Map.Entry<String, String> request : REQUESTS.entrySet()) {
        String body = document.getValue().replace("ROOT", request.getValue());
        HttpResponse<String> answer = send(request.getKey(), body);
        assertThat(answer.statusCode())
            .as("%s %s: %s", request.getKey(), document.getKey(), answer.body())
            .isEqualTo(400);
        assertThat(answer.body())
            .as("%s %s", request.getKey(), document.getKey())
            .containsAnyOf(
                CODES.stream().map(code -> "<Code>" + code + "</Code>").toArray(String[]::new))
            .doesNotContain("root:", "haha", "Exception");
        assertThat(answer.body().length()).isLessThan(4096);
      }
    }
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("k")).asUtf8String())
        .isEqualTo("kept");
    assertThat(s3.listBuckets().buckets()).extracting(b -> b.name()).containsExactly(BUCKET);
    assertThat(s3.getBucketVersioning(r -> r.bucket(BUCKET)).status()).isNull();
    assertThat(s3.getObjectTagging(r -> r.bucket(BUCKET).key("k")).tagSet()).isEmpty();
    assertThat(s3.listMultipartUploads(r -> r.bucket(BUCKET)).uploads()).hasSize(1);
  }

  @Test
  void bytes_that_are_no_text_are_refused() throws Exception {
    byte[] body = "<Tagging>\u00ff\u00fe</Tagging>".getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<String> answer =
        http(request("PUT /bucket?tagging", HttpRequest.BodyPublishers.ofByteArray(body)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>MalformedXML</Code>");
  }

  private HttpResponse<String> send(String request, String body) throws Exception {
    return http(request(request, HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String request, HttpRequest.BodyPublisher body) {
    String[] parts = request.replace("UPLOAD", uploadId).split(" ", 2);
    return HttpRequest.newBuilder(endpoint().resolve(parts[1])).method(parts[0], body);
  }
}
