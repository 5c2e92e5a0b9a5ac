package io.hydrant.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalArnsTest {
  @ParameterizedTest
  @ValueSource(strings = {"r", "a/r", "a/b/r", "!x>/r"})
  void a_role_has_a_name_and_perhaps_a_path(String name) {
    assertThat(PrincipalArns.principal("arn:aws:iam::000000000000:role/" + name))
        .contains(new Principal.Role("000000000000", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a/", "/r", "a b/r", "r*"})
  void what_has_no_name_is_no_role(String name) {
    assertThat(PrincipalArns.principal("arn:aws:iam::000000000000:role/" + name)).isEmpty();
  }

  /** A client may send any text as an ARN. */
  @Test
  void a_long_path_is_read_at_once() {
    String arn = "arn:aws:iam::000000000000:role/" + "a/".repeat(10_000) + "!";
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PrincipalArns.principal(arn)))
        .isEmpty();
  }
}
