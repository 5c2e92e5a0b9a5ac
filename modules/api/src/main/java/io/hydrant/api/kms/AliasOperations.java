package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.kms.KeyDirectory;
import java.util.List;

/** The operations on aliases. */
final class AliasOperations {
  private AliasOperations() {}

  static List<Operation> all(KmsApi api) {
    return List.of(
        Operation.withoutBody(
            "CreateAlias", (caller, input) -> api.createAlias(caller, name(input), target(input))),
        Operation.withoutBody(
            "UpdateAlias", (caller, input) -> api.updateAlias(caller, name(input), target(input))),
        Operation.withoutBody(
            "DeleteAlias", (caller, input) -> api.deleteAlias(caller, name(input))),
        Operation.of(
            "ListAliases",
            (caller, input) ->
                api.listAliases(
                    caller,
                    Json.text(input, "KeyId"),
                    Json.integer(input, "Limit"),
                    Json.text(input, "Marker")),
            page -> Pages.write("Aliases", page, AliasOperations::write)));
  }

  private static String name(JsonNode input) {
    return Json.required(input, "AliasName");
  }

  private static String target(JsonNode input) {
    return Json.required(input, "TargetKeyId");
  }

  private static JsonNode write(KeyDirectory.Alias alias) {
    return Json.object()
        .put("AliasName", alias.arn().name())
        .put("AliasArn", alias.arn().toString())
        .put("TargetKeyId", alias.targetKeyId())
        .put("CreationDate", Json.seconds(alias.creationDate()))
        .put("LastUpdatedDate", Json.seconds(alias.lastUpdatedDate()));
  }
}
