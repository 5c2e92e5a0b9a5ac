package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** The same clients of S3, with their signatures verified. */
class SignedS3ForeignClientsTest extends S3ForeignClientsTest {
  @Override
  Map<String, Object> settings() {
    return SignedIdentity.settings();
  }

  @Test
  @Override
  void plain_curl() throws Exception {
    ClientProcess.needs("curl", "--aws-sigv4", "aws:amz:us-east-1:s3", "--version");
    assertThat(
            curl(
                "--aws-sigv4 aws:amz:us-east-1:s3 --user test:secret"
                    + " -H x-amz-content-sha256:UNSIGNED-PAYLOAD"))
        .containsExactly("data and files", "ranges", "conditions", "checksums", "delete");
  }

  /** It does not sign. */
  @Test
  @Override
  void the_urllib_of_python() throws Exception {
    s3.putObject(r -> r.bucket(BUCKET).key("k"), RequestBody.fromString("secret"));
    HttpResponse<String> answer =
        http(HttpRequest.newBuilder(endpoint().resolve("/" + BUCKET + "/k")));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>AccessDenied</Code>").doesNotContain("secret");
  }
}
