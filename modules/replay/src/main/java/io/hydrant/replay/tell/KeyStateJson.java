package io.hydrant.replay.tell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.http.Json;
import io.hydrant.http.kms.GrantJson;
import io.hydrant.http.kms.KeyMetadataJson;
import java.util.Optional;

/** A key as DescribeKey, GetKeyPolicy and ListGrants would have answered, or an account's keys. */
final class KeyStateJson {
  private KeyStateJson() {}

  static Optional<JsonNode> of(Object state) {
    if (state instanceof Key.Present key) {
      ObjectNode json = KeyMetadataJson.output(key.metadata());
      json.put("Policy", key.policy().text());
      ArrayNode grants = json.putArray("Grants");
      key.grants().values().forEach(grant -> grants.add(GrantJson.write(key.arn(), grant)));
      return Optional.of(json);
    }
    if (state instanceof KeyDirectory directory) {
      ObjectNode json = Json.object();
      ArrayNode keys = json.putArray("Keys");
      directory.keys().values().forEach(entry -> keys.add(entry.arn().toString()));
      ArrayNode aliases = json.putArray("Aliases");
      directory.aliases().keySet().forEach(aliases::add);
      return Optional.of(json);
    }
    return Optional.empty();
  }
}
