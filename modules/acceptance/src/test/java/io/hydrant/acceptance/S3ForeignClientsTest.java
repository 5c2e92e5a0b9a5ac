package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The embedded S3 through clients of other languages, each with all that it can do. */
class S3ForeignClientsTest extends OneNode {
  /** What each SDK does, in this order. */
  private static final List<String> SDK =
      List.of(
          "awkward keys",
          "checksums",
          "multipart",
          "copy",
          "ranges",
          "conditions",
          "tagging",
          "versioning",
          "list in pages",
          "batch delete",
          "encryption",
          "bucket configurations",
          "presigned get and put");

  @Test
  void the_aws_sdk_for_javascript_v3() throws Exception {
    ClientProcess.needsJavaScript();
    assertThat(steps("javascript", "node", "s3.mjs")).isEqualTo(SDK);
  }

  @Test
  void boto3_and_botocore() throws Exception {
    ClientProcess.needsPython();
    assertThat(steps("python", "/usr/bin/python3", "s3.py")).isEqualTo(SDK);
  }

  /** A newer one, where the machine has it: it sends checksums behind the body. */
  @Test
  void the_boto3_of_another_python() throws Exception {
    assumeThat(ClientProcess.runs("python3", "-c", "import boto3")).isTrue();
    assertThat(steps("python", "python3", "s3.py")).isEqualTo(SDK);
  }

  @Test
  void the_aws_cli() throws Exception {
    ClientProcess.needsCli();
    assertThat(steps("cli", "/usr/bin/python3", "s3.py"))
        .containsExactly(
            "awkward keys",
            "checksums",
            "cp --recursive",
            "sync --delete both ways",
            "copy",
            "ranges",
            "tagging",
            "list in pages",
            "encryption",
            "bucket configurations",
            "presign",
            "batch delete");
  }

  @Test
  void plain_curl() throws Exception {
    ClientProcess.needs("curl", "--version");
    assertThat(curl(""))
        .containsExactly(
            "data and files", "awkward keys", "ranges", "conditions", "checksums", "delete");
  }

  @Test
  void the_urllib_of_python() throws Exception {
    ClientProcess.needs("python3", "--version");
    assertThat(steps("python", "python3", "urllib_s3.py"))
        .containsExactly("data", "ranges", "delete");
  }

  /**
   * @param signing what curl needs to sign
   */
  List<String> curl(String signing) throws Exception {
    return steps("curl", "env", "CURL_SIGN=" + signing, "bash", "s3.sh");
  }

  private List<String> steps(String folder, String... command) throws Exception {
    return ClientScenario.stepsIn(
        ClientProcess.output(endpoint(), ClientProcess.CLIENTS.resolve(folder), List.of(command)));
  }
}
