package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.kms.Grant;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.http.Json;
import java.util.Map;
import java.util.Optional;

/** Grants and their constraints. */
final class GrantsJson {
  private static final String SUBSET = "EncryptionContextSubset";
  private static final String EQUALS = "EncryptionContextEquals";

  private GrantsJson() {}

  static GrantConstraints constraints(JsonNode node) {
    return new GrantConstraints(context(node, SUBSET), context(node, EQUALS));
  }

  private static Optional<Map<String, String>> context(JsonNode node, String name) {
    return Json.member(node, name).map(present -> Json.map(node, name));
  }

  static ObjectNode write(KeyArn key, Grant grant) {
    ObjectNode json =
        Json.object()
            .put("KeyId", key.toString())
            .put("GrantId", grant.grantId())
            .put("Name", grant.name().orElse(""))
            .put("CreationDate", Json.seconds(grant.createdAt()))
            .put("GranteePrincipal", grant.granteePrincipal());
    grant.retiringPrincipal().ifPresent(principal -> json.put("RetiringPrincipal", principal));
    json.put("IssuingAccount", grant.issuingAccount());
    grant.operations().forEach(json.putArray("Operations")::add);
    if (!grant.constraints().equals(GrantConstraints.NONE)) {
      ObjectNode constraints = json.putObject("Constraints");
      grant
          .constraints()
          .encryptionContextSubset()
          .ifPresent(pairs -> pairs.forEach(constraints.putObject(SUBSET)::put));
      grant
          .constraints()
          .encryptionContextEquals()
          .ifPresent(pairs -> pairs.forEach(constraints.putObject(EQUALS)::put));
    }
    return json;
  }
}
