package io.hydrant.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * The probe's calls to KMS: what an operation needs beyond its shape is there before it, and the
 * key that is known can be used again after it.
 */
final class KeyCalls implements ProbeTest.Calls {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Members of which a rule beyond the shape wants exactly one, with the value that is put where
   * there is none of them; the empty text is no value.
   */
  private static final Map<String, Map<String, Object>> NEEDED =
      Map.of(
          "CreateGrant", Map.of("GranteePrincipal", "p", "GranteeServicePrincipal", ""),
          "GenerateDataKey", Map.of("KeySpec", "AES_256", "NumberOfBytes", ""),
          "GenerateDataKeyWithoutPlaintext", Map.of("KeySpec", "AES_256", "NumberOfBytes", ""),
          "GenerateRandom", Map.of("NumberOfBytes", 16),
          "ListRetirableGrants", Map.of("RetiringPrincipal", "p", "RetiringServicePrincipal", ""));

  private static final Map<String, String> SPECS =
      Map.of(
          "SIGN_VERIFY", "RSA_2048",
          "GENERATE_VERIFY_MAC", "HMAC_256",
          "KEY_AGREEMENT", "ECC_NIST_P256");

  private final ProbeTest probe;
  private final String key;
  private final String alias;
  private final String cipherText;

  /**
   * @param known by shape
   */
  KeyCalls(ProbeTest probe, Map<String, String> known) {
    this.probe = probe;
    this.key = known.get("KeyIdType");
    this.alias = known.get("AliasNameType");
    this.cipherText = known.get("CiphertextType");
  }

  @Override
  public HttpResponse<String> send(String operation, JsonNode body) throws Exception {
    JsonNode sent = body instanceof ObjectNode input ? completed(operation, input) : body;
    HttpResponse<String> answer = call(operation, sent);
    switch (operation) {
      case "DisableKey", "ScheduleKeyDeletion", "CancelKeyDeletion" -> {
        call("CancelKeyDeletion", known());
        call("EnableKey", known());
      }
      case "CreateAlias" ->
          call("DeleteAlias", MAPPER.createObjectNode().set("AliasName", sent.get("AliasName")));
      default -> {}
    }
    return answer;
  }

  private ObjectNode completed(String operation, ObjectNode given) throws Exception {
    ObjectNode body = given.deepCopy();
    Map<String, Object> needed = NEEDED.getOrDefault(operation, Map.of());
    if (needed.keySet().stream().noneMatch(body::has)) {
      needed.forEach(
          (name, value) -> {
            if (!value.equals("")) {
              body.set(name, MAPPER.valueToTree(value));
            }
          });
    }
    switch (operation) {
      case "CreateKey" -> spec(body);
      case "Decrypt", "ReEncrypt" -> {
        if (!body.has("CiphertextBlob")) {
          body.put("CiphertextBlob", cipherText);
        }
      }
      case "CancelKeyDeletion" -> call("ScheduleKeyDeletion", known());
      case "DeleteAlias", "UpdateAlias" ->
          call("CreateAlias", known().put("AliasName", alias).put("TargetKeyId", key));
      case "RevokeGrant", "RetireGrant" -> grant(operation, body);
      default -> {}
    }
    return body;
  }

  private static void spec(ObjectNode body) {
    String usage = body.path("KeyUsage").asText();
    String spec = body.path("KeySpec").asText(body.path("CustomerMasterKeySpec").asText());
    if (SPECS.containsKey(usage) && spec.isEmpty()) {
      body.put("KeySpec", SPECS.get(usage));
    } else if (usage.isEmpty() && spec.startsWith("HMAC")) {
      body.put("KeyUsage", "GENERATE_VERIFY_MAC");
    } else if (usage.isEmpty() && !spec.isEmpty() && !spec.equals("SYMMETRIC_DEFAULT")) {
      body.put("KeyUsage", "SIGN_VERIFY");
    }
  }

  /** Makes a grant, and names it where the body has a made-up id. */
  private void grant(String operation, ObjectNode body) throws Exception {
    ObjectNode create = known().put("GranteePrincipal", "p");
    create.putArray("Operations").add("Decrypt");
    JsonNode made = MAPPER.readTree(call("CreateGrant", create).body());
    if (body.path("GrantId").asText().equals("a")) {
      body.set("GrantId", made.get("GrantId"));
    }
    if (operation.equals("RetireGrant")) {
      if (body.path("GrantToken").asText().equals("a")) {
        body.set("GrantToken", made.get("GrantToken"));
        body.remove(List.of("KeyId", "GrantId"));
      } else if (!body.has("GrantToken")) {
        body.set("KeyId", body.has("KeyId") ? body.get("KeyId") : known().get("KeyId"));
        body.set("GrantId", body.has("GrantId") ? body.get("GrantId") : made.get("GrantId"));
      }
    }
  }

  private ObjectNode known() {
    return MAPPER.createObjectNode().put("KeyId", key);
  }

  private HttpResponse<String> call(String operation, JsonNode body) throws Exception {
    return probe.send("TrentService." + operation, body);
  }
}
