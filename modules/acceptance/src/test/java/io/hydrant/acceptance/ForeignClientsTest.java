package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The scenario of {@link ClientScenario} through clients of other languages. */
class ForeignClientsTest extends OneNode {
  @Test
  void the_aws_sdk_for_javascript_v3() throws Exception {
    ClientProcess.needsJavaScript();
    runs(List.of("node", "scenario.mjs"), "javascript");
  }

  @Test
  void boto3_and_botocore() throws Exception {
    ClientProcess.needsPython();
    runs(List.of("/usr/bin/python3", "scenario.py"), "python");
  }

  @Test
  void the_aws_cli() throws Exception {
    ClientProcess.needsCli();
    runs(List.of("/usr/bin/python3", "scenario.py"), "cli");
  }

  @Test
  void the_aws_sdk_for_go_v2() throws Exception {
    ClientProcess.needsGo();
    runs(List.of("go", "run", "scenario.go"), "go");
  }

  @Test
  void plain_curl() throws Exception {
    ClientProcess.needs("curl", "--version");
    runs(List.of("bash", "scenario.sh"), "curl");
  }

  private void runs(List<String> command, String folder) throws Exception {
    String said = ClientProcess.output(endpoint(), ClientProcess.CLIENTS.resolve(folder), command);
    assertThat(ClientScenario.stepsIn(said)).isEqualTo(ClientScenario.STEPS);
  }
}
