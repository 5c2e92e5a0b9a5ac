package io.hydrant.api.kms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.call.Replies;
import io.hydrant.api.json.DocumentJson;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.kms.GetKeyPolicy;
import io.hydrant.core.kms.KeyPolicy;
import io.hydrant.core.kms.ListKeyPolicies;
import io.hydrant.core.kms.PutKeyPolicy;
import io.hydrant.core.policy.PolicyErrors;
import java.util.List;

/** The operations on key policies. */
final class PolicyOperations {
  private PolicyOperations() {}

  static List<Operation> all(KmsApi api) {
    KeyCalls calls = new KeyCalls(api);
    return List.of(
        Operation.of(
            "GetKeyPolicy",
            calls.with((caller, key, input) -> new GetKeyPolicy(caller, key, name(input))),
            output ->
                Json.object()
                    .put("Policy", output.policy())
                    .put("PolicyName", output.policyName())),
        Operation.withoutBody(
            "PutKeyPolicy",
            (caller, input) ->
                Replies.then(
                    parse(Json.required(input, "Policy")),
                    policy -> calls.with(putting(policy)).make(caller, input))),
        Operation.of(
            "ListKeyPolicies",
            calls.with(
                (caller, key, input) ->
                    new ListKeyPolicies(caller, key, Json.text(input, "Marker"))),
            // A key has one policy, so there is one page.
            names ->
                Json.object()
                    .<ObjectNode>set("PolicyNames", Json.array(names))
                    .put("Truncated", false)));
  }

  private static KeyCalls.CommandReader<NoOutput> putting(KeyPolicy policy) {
    return (caller, key, input) ->
        new PutKeyPolicy(
            caller, key, name(input), policy, Json.isTrue(input, "BypassPolicyLockoutSafetyCheck"));
  }

  private static String name(JsonNode input) {
    return Json.text(input, "PolicyName").orElse(GetKeyPolicy.DEFAULT_POLICY);
  }

  /** Parses a policy, which is a text that contains JSON. */
  static Reply<KeyPolicy> parse(String text) {
    try {
      return KeyPolicy.of(text, DocumentJson.read(Json.MAPPER.readTree(text)));
    } catch (JsonProcessingException e) {
      return Reply.failure(PolicyErrors.notAnObject());
    }
  }
}
