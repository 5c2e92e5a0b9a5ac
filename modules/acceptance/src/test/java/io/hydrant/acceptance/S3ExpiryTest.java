package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What expires does so by the node's clock, even where signatures are not verified. */
class S3ExpiryTest extends OneNode {
  private static final Duration DAY = Duration.ofDays(1);

  private String ask(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = HttpCalls.plain(request.build());
    return answer.statusCode()
        + (answer.body().contains("<Message>")
            ? " " + answer.body().replaceAll("(?s).*<Message>(.*)</Message>.*", "$1")
            : "");
  }

  private String fourth() {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      return presigner
          .presignGetObject(
              r -> r.signatureDuration(DAY).getObjectRequest(g -> g.bucket(BUCKET).key("k")))
          .url()
          .toString();
    }
  }

  private HttpRequest.Builder form(Instant expiration) {
    String policy =
        Base64.getEncoder()
            .encodeToString(
                ("{\"expiration\":\"" + expiration + "\",\"conditions\":[{\"key\":\"form\"}]}")
                    .getBytes(StandardCharsets.UTF_8));
    return S3Form.post(
        endpoint().resolve("/" + BUCKET),
        "x",
        "key",
        "form",
        "policy",
        policy,
        "AWSAccessKeyId",
        "any",
        "signature",
        "not verified");
  }

  @Test
  void presigned_addresses_and_forms_end_when_the_clock_has_moved() throws Exception {
    s3.putObject(r -> r.bucket(BUCKET).key("k"), RequestBody.fromString("x"));
    Instant end = Instant.now().plus(DAY);
    HttpRequest.Builder fourth = HttpRequest.newBuilder(URI.create(fourth()));
    HttpRequest.Builder second =
        HttpRequest.newBuilder(
            endpoint()
                .resolve(
                    "/bucket/k?AWSAccessKeyId=any&Signature=any&Expires=" + end.getEpochSecond()));
    assertThat(ask(fourth)).isEqualTo("200");
    assertThat(ask(second)).isEqualTo("200");
    assertThat(ask(form(end))).isEqualTo("204");
    advance(DAY.plusMinutes(1));
    assertThat(ask(fourth)).isEqualTo("403 Request has expired");
    assertThat(ask(second)).isEqualTo("403 Request has expired");
    assertThat(ask(form(end))).isEqualTo("403 Invalid according to Policy: Policy expired.");
    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("k")).asUtf8String())
        .as("requests that do not expire go on")
        .isEqualTo("x");
  }
}
