package io.hydrant.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.delivery.lambda.FunctionPlaces;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where functions are invoked, by a file and by the environment. */
class LambdaSettingsTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:orders:live";

  @TempDir private Path folder;

  private FunctionPlaces functions(String file, Map<String, String> environment) throws Exception {
    Path path = Files.writeString(folder.resolve("hydrant.conf"), file);
    return Settings.load(Optional.of(path), Map.of(), environment).functions();
  }

  @Test
  void a_file_names_functions_by_name_and_arn() throws Exception {
    assertThat(
            functions(
                "hydrant.lambda.functions.\"orders\" = \"http://127.0.0.1:9000\"\n"
                    + "hydrant.lambda.functions.\""
                    + ARN
                    + "\" = \"https://host:9001/base\"",
                Map.of()))
        .isEqualTo(
            new FunctionPlaces(
                Optional.empty(),
                Map.of(
                    "orders",
                    URI.create("http://127.0.0.1:9000"),
                    ARN,
                    URI.create("https://host:9001/base"))));
  }

  @Test
  void the_environment_wins_over_the_file() throws Exception {
    assertThat(
            functions(
                "hydrant.lambda.functions.\"old\" = \"http://127.0.0.1:9000\"",
                Map.of(
                    "HYDRANT_LAMBDA_ENDPOINT",
                    "http://127.0.0.1:3001",
                    "HYDRANT_LAMBDA_FUNCTIONS",
                    "a:$LATEST=http://[::1]:60999, b = http://127.0.0.1:2")))
        .isEqualTo(
            new FunctionPlaces(
                Optional.of(URI.create("http://127.0.0.1:3001")),
                Map.of(
                    "a:$LATEST",
                    URI.create("http://[::1]:60999"),
                    "b",
                    URI.create("http://127.0.0.1:2"))));
  }

  @Test
  void there_are_none_at_first() throws Exception {
    assertThat(functions("", Map.of())).isEqualTo(new FunctionPlaces(Optional.empty(), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "orders=127.0.0.1:9000",
        "a b=http://h",
        "=http://h",
        "a=ftp://h",
        "a=http://my_host:9000",
        "a=http://h:99999",
        "a=http://[::"
      })
  void what_is_no_name_with_a_url_is_refused(String text) {
    assertThat(error("", Map.of("HYDRANT_LAMBDA_FUNCTIONS", text)))
        .startsWith(
            "hydrant.lambda.functions must be like orders=http://127.0.0.1:9000,NAME=URL, not ");
  }

  @Test
  void a_name_with_a_dot_needs_quotes_and_an_endpoint_is_a_url() {
    assertThat(error("hydrant.lambda.functions.my.orders = \"http://127.0.0.1:9000\"", Map.of()))
        .startsWith("hydrant.lambda.functions must be like ");
    assertThat(error("", Map.of("HYDRANT_LAMBDA_ENDPOINT", "127.0.0.1:3001")))
        .isEqualTo(
            "hydrant.lambda.endpoint must be like http://127.0.0.1:3001, not 127.0.0.1:3001.");
  }

  @Test
  void another_setting_of_lambda_does_not_exist() {
    assertThat(error("hydrant.lambda.function = \"x\"", Map.of()))
        .startsWith("There is no setting hydrant.lambda.function;");
  }

  private String error(String file, Map<String, String> environment) {
    NodeStartException thrown =
        catchThrowableOfType(NodeStartException.class, () -> functions(file, environment));
    assertThat(thrown).isNotNull();
    return thrown.getMessage();
  }
}
