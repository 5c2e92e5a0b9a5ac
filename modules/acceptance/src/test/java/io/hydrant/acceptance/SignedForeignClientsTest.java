package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scenario of the clients of other languages again, with their signatures verified. */
class SignedForeignClientsTest extends ForeignClientsTest {
  @Override
  Map<String, Object> settings() {
    return SignedIdentity.settings();
  }

  /** The scenario of curl does not sign; curl can, where paths are plain. */
  @Test
  @Override
  void plain_curl() throws Exception {
    assertThat(signed("secret", "/")).contains("\"Keys\"");
    assertThat(signed("secret", "/path/?a=1&b=%20c")).contains("\"Keys\"");
    assertThat(signed("wrong", "/")).contains("InvalidSignatureException");
  }

  private String signed(String secret, String path) throws Exception {
    Process curl =
        new ProcessBuilder(
                List.of(
                    "curl",
                    "--silent",
                    "--aws-sigv4",
                    "aws:amz:us-east-1:kms",
                    "--user",
                    "test:" + secret,
                    "--header",
                    "X-Amz-Target: TrentService.ListKeys",
                    "--header",
                    "Content-Type: application/x-amz-json-1.1",
                    "--data",
                    "{}",
                    endpoint() + path))
            .redirectErrorStream(true)
            .start();
    return new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
