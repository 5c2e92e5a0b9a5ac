package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.kms.Grant;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.KeyArn;
import java.util.Map;
import java.util.TreeMap;

/** The JSON of a GrantListEntry. */
public final class GrantJson {
  private GrantJson() {}

  public static ObjectNode write(KeyArn key, Grant grant) {
    ObjectNode out = Json.object();
    out.put("KeyId", key.toString());
    out.put("GrantId", grant.id());
    out.put("Name", grant.name().orElse(""));
    out.put("CreationDate", Json.seconds(grant.creationDate()));
    out.put("GranteePrincipal", grant.granteePrincipal());
    grant.retiringPrincipal().ifPresent(principal -> out.put("RetiringPrincipal", principal));
    out.put("IssuingAccount", "arn:aws:iam::" + grant.issuingAccount() + ":root");
    var operations = out.putArray("Operations");
    grant.operations().forEach(operations::add);
    if (!grant.constraints().equals(GrantConstraints.NONE)) {
      out.set("Constraints", write(grant.constraints()));
    }
    return out;
  }

  private static ObjectNode write(GrantConstraints constraints) {
    ObjectNode out = Json.object();
    constraints.encryptionContextSubset().ifPresent(c -> put(out, "EncryptionContextSubset", c));
    constraints.encryptionContextEquals().ifPresent(c -> put(out, "EncryptionContextEquals", c));
    constraints.sourceArn().ifPresent(arn -> out.put("SourceArn", arn));
    return out;
  }

  private static void put(ObjectNode out, String name, Map<String, String> context) {
    ObjectNode pairs = out.putObject(name);
    new TreeMap<>(context).forEach(pairs::put);
  }
}
