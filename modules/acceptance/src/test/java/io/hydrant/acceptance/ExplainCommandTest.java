package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Who may do what, asked on the command line and by HTTP. */
class ExplainCommandTest extends OneNode {
  private static final String ROOT = "arn:aws:iam::000000000000:root";

  @Test
  void a_via_that_is_no_stream_is_reported_for_a_key_too() throws Exception {
    var answer =
        http(
            HttpRequest.newBuilder(
                endpoint()
                    .resolve(
                        "/_hydrant/explain?principal=000000000000&action=kms:Decrypt"
                            + "&resource=alias/x&via=no%20stream")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("a stream is named by its ARN or its name");
  }

  private record Outcome(int code, String out) {}

  private Outcome explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain", "--endpoint", endpoint().toString()));
    all.addAll(List.of(arguments));
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int code = new CommandLine(new Main()).execute(all.toArray(String[]::new));
      return new Outcome(code, out.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void a_statement_that_allows_is_named() {
    Outcome outcome =
        explain("--principal", ROOT, "--action", "kms:Decrypt", "--resource", newKey());
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("ALLOWED  kms:Decrypt on arn:aws:kms")
        .contains("allowed by statement \"Enable IAM User Permissions\" of the key policy");
  }

  @Test
  void a_denial_ends_with_a_code_of_its_own() {
    Outcome outcome =
        explain(
            "--principal",
            "arn:aws:iam::111122223333:user/eve",
            "--action",
            "kms:Decrypt",
            "--resource",
            newKey());
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).contains("no resource-based policy allows the kms:Decrypt action");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::000000000000:root, kms:Decrypt, 11111111-2222-3333-4444-555555555555, 404",
    "arn:aws:iam::000000000000:root, kms:Decrypt, no key at all, 404",
    "arn:aws:iam::000000000000:root, firehose:PutRecord, no stream, 400",
    "arn:aws:iam::000000000000:root, firehose:PutRecord, nobody, 200",
    "nobody, kms:Decrypt, *, 400",
    "arn:aws:iam::000000000000:root, s3:GetObject, *, 400"
  })
  void a_question_that_makes_no_sense_is_answered_in_a_sentence(
      String principal, String action, String resource, int status) throws Exception {
    String query = "principal=%s&action=%s&resource=%s".formatted(principal, action, resource);
    var answer =
        http(
            HttpRequest.newBuilder(
                endpoint()
                    .resolve(
                        "/_hydrant/explain?" + query.replace(" ", "%20").replace("*", "%2A"))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).startsWith("{").doesNotContain("Exception");
  }
}
