package io.hydrant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.api.call.OperationAuthorizer;
import io.hydrant.api.call.Service;
import io.hydrant.api.json.Json;
import io.hydrant.api.kms.KmsOperations;
import io.hydrant.api.port.KmsApi;
import io.hydrant.api.shape.Shapes;
import io.hydrant.core.fault.Fault;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceTest {
  private final Service kms =
      Service.of(
          Fault.Service.KMS,
          "TrentService",
          KmsOperations.all(AnsweringApi.of(KmsApi.class)),
          Set.of(),
          Shapes.kms(),
          OperationAuthorizer.LATER);

  /** They are kept in the queues of refused calls and of spans. */
  @Test
  void a_name_that_is_longer_than_any_arn_is_not_told_of_a_call() {
    var input = Json.object().put("KeyId", "k".repeat(2_049)).put("AliasName", "a".repeat(2_048));
    assertThat(kms.call(kms.operations().get("CreateAlias"), input).resources())
        .containsExactly("a".repeat(2_048));
  }
}
