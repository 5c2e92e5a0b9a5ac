package io.hydrant.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.api.json.Json;
import org.junit.jupiter.api.Test;

class ServiceTest {
  /** The queues of failed calls and of spans keep the resources of a call. */
  @Test
  void a_name_that_is_longer_than_any_arn_is_no_resource_of_a_call() {
    var input = Json.object().put("KeyId", "k".repeat(2_049)).put("AliasName", "a".repeat(2_048));
    assertThat(Service.resources(input)).containsExactly("a".repeat(2_048));
  }
}
