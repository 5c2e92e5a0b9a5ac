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

  /** botocore writes a charset otherwise than Java does. */
  @Test
  void the_aws_cli_asks_sts_who_it_is() throws Exception {
    ClientProcess.needsCli();
    ProcessBuilder cli =
        new ProcessBuilder(
                List.of(
                    "/usr/bin/aws",
                    "--endpoint-url",
                    endpoint().toString(),
                    "sts",
                    "get-caller-identity",
                    "--query",
                    "Arn",
                    "--output",
                    "text"))
            .redirectErrorStream(true);
    cli.environment()
        .putAll(
            Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "secret"));
    assertThat(new String(cli.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("arn:aws:iam::000000000000:root\n");
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
