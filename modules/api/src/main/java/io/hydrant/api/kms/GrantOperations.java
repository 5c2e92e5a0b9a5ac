package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.call.Replies;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.KmsErrors;
import io.hydrant.core.kms.ListGrants;
import io.hydrant.core.kms.ListRetirableGrants;
import io.hydrant.core.kms.RetireGrant;
import io.hydrant.core.kms.RevokeGrant;
import java.util.List;
import java.util.Optional;

/** The operations on grants. */
final class GrantOperations {
  private GrantOperations() {}

  static List<Operation> all(KmsApi api) {
    KeyCalls calls = new KeyCalls(api);
    return List.of(
        Operation.of(
            "CreateGrant",
            (caller, input) -> api.createGrant(caller, KeyCalls.key(input), creation(input)),
            output ->
                Json.object()
                    .put("GrantToken", output.grantToken())
                    .put("GrantId", output.grantId())),
        Operation.of(
            "ListGrants",
            (caller, input) ->
                Replies.then(
                    either(input, "GranteePrincipal", "GranteeServicePrincipal", "grantee"),
                    grantee -> calls.with(listing(grantee)).make(caller, input)),
            output ->
                Pages.write(
                    "Grants", output.grants(), grant -> GrantJson.write(output.key(), grant))),
        Operation.of(
            "ListRetirableGrants",
            (caller, input) ->
                Replies.then(
                    either(input, "RetiringPrincipal", "RetiringServicePrincipal", "retiring")
                        .flatMap(
                            one ->
                                one.map(Reply::success)
                                    .orElseGet(
                                        () -> Reply.failure(KmsErrors.onePrincipal("retiring")))),
                    principal ->
                        api.listRetirableGrants(
                            caller,
                            new ListRetirableGrants(
                                principal,
                                Json.integer(input, "Limit"),
                                Json.text(input, "Marker")))),
            page -> Pages.write("Grants", page, each -> GrantJson.write(each.key(), each.grant()))),
        Operation.withoutBody(
            "RetireGrant",
            (caller, input) ->
                api.retireGrant(
                    caller,
                    new RetireGrant.Input(
                        Json.text(input, "GrantToken"),
                        Json.text(input, "KeyId"),
                        Json.text(input, "GrantId"),
                        Json.isTrue(input, "DryRun")))),
        Operation.withoutBody(
            "RevokeGrant",
            calls.with(
                (caller, key, input) ->
                    new RevokeGrant(
                        caller,
                        key,
                        Json.required(input, "GrantId"),
                        Json.isTrue(input, "DryRun")))));
  }

  private static CreateGrant.Input creation(JsonNode input) {
    JsonNode constraints = input.path("Constraints");
    return new CreateGrant.Input(
        Json.text(input, "GranteePrincipal"),
        Json.text(input, "GranteeServicePrincipal"),
        Json.text(input, "RetiringPrincipal"),
        Json.text(input, "RetiringServicePrincipal"),
        Json.texts(input, "Operations"),
        new GrantConstraints(
            Json.optionalMap(constraints, "EncryptionContextSubset"),
            Json.optionalMap(constraints, "EncryptionContextEquals"),
            Json.text(constraints, "SourceArn")),
        Json.text(input, "Name"),
        Json.isTrue(input, "DryRun"));
  }

  private static KeyCalls.CommandReader<ListGrants.Output> listing(Optional<String> grantee) {
    return (caller, key, input) ->
        new ListGrants(
            caller,
            key,
            new ListGrants.Input(
                Json.integer(input, "Limit"),
                Json.text(input, "Marker"),
                Json.text(input, "GrantId"),
                grantee));
  }

  /** Reads a principal or a service principal; both together are an error. */
  private static Reply<Optional<String>> either(
      JsonNode input, String member, String serviceMember, String role) {
    Optional<String> principal = Json.text(input, member);
    Optional<String> service = Json.text(input, serviceMember);
    return principal.isPresent() && service.isPresent()
        ? Reply.failure(KmsErrors.onePrincipal(role))
        : Reply.success(principal.or(() -> service));
  }
}
