package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.kms.DisableKeyRotation;
import io.hydrant.core.kms.EnableKeyRotation;
import io.hydrant.core.kms.GetKeyRotationStatus;
import io.hydrant.core.kms.ListKeyRotations;
import java.util.List;

/** The operations on the rotation of keys. */
final class RotationOperations {
  private RotationOperations() {}

  static List<Operation> all(KmsApi api) {
    KeyCalls calls = new KeyCalls(api);
    return List.of(
        Operation.withoutBody(
            "EnableKeyRotation",
            calls.with(
                (caller, key, input) ->
                    new EnableKeyRotation(
                        caller, key, Json.integer(input, "RotationPeriodInDays")))),
        Operation.withoutBody(
            "DisableKeyRotation",
            calls.with((caller, key, input) -> new DisableKeyRotation(caller, key))),
        Operation.of(
            "GetKeyRotationStatus",
            calls.with((caller, key, input) -> new GetKeyRotationStatus(caller, key)),
            RotationOperations::write),
        Operation.of(
            "RotateKeyOnDemand",
            (caller, input) -> api.rotateKeyOnDemand(caller, KeyCalls.key(input)),
            arn -> Json.object().put("KeyId", arn.toString())),
        Operation.of(
            "ListKeyRotations",
            calls.with(
                (caller, key, input) ->
                    new ListKeyRotations(
                        caller,
                        key,
                        Json.text(input, "IncludeKeyMaterial")
                            .filter("ALL_KEY_MATERIAL"::equals)
                            .isPresent(),
                        Json.integer(input, "Limit"),
                        Json.text(input, "Marker"))),
            page -> Pages.write("Rotations", page, RotationOperations::write)));
  }

  private static JsonNode write(GetKeyRotationStatus.Output output) {
    ObjectNode out =
        Json.object()
            .put("KeyId", output.keyId().toString())
            .put("KeyRotationEnabled", output.automatic().isPresent());
    output
        .automatic()
        .ifPresent(
            automatic ->
                out.put("RotationPeriodInDays", automatic.periodInDays())
                    .put("NextRotationDate", Json.seconds(automatic.next())));
    return out;
  }

  /** Writes a RotationsListEntry, without the members that only imported material has. */
  private static JsonNode write(ListKeyRotations.Entry entry) {
    ObjectNode out =
        Json.object()
            .put("KeyId", entry.key().keyId())
            .put("KeyMaterialId", entry.materialId())
            .put("KeyMaterialState", entry.current() ? "CURRENT" : "NON_CURRENT");
    entry
        .rotation()
        .ifPresent(
            done ->
                out.put("RotationDate", Json.seconds(done.at()))
                    .put("RotationType", done.type().name()));
    return out;
  }
}
