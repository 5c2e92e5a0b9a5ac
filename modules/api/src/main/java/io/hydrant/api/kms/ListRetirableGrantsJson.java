package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KmsErrors;
import io.hydrant.core.kms.ListRetirableGrants;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** ListRetirableGrants on the wire. */
record ListRetirableGrantsJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListRetirableGrants";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return principal(input)
        .map(
            principal ->
                Answers.json(
                    api.listRetirableGrants(
                        caller,
                        new ListRetirableGrants(
                            principal, Json.integer(input, "Limit"), Json.text(input, "Marker"))),
                    page ->
                        Answers.page(
                            "Grants", page, each -> GrantJson.write(each.key(), each.grant()))))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    Reply.failure(KmsErrors.onePrincipal("retiring"))));
  }

  /** Reads either of the two members; both together are an error. */
  private static Optional<String> principal(JsonNode input) {
    Optional<String> principal = Json.text(input, "RetiringPrincipal");
    Optional<String> service = Json.text(input, "RetiringServicePrincipal");
    return principal.isPresent() && service.isPresent()
        ? Optional.empty()
        : principal.or(() -> service);
  }
}
