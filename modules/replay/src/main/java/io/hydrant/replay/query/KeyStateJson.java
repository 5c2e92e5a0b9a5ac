package io.hydrant.replay.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.api.kms.GrantJson;
import io.hydrant.api.kms.KeyMetadataJson;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyDirectory;

/** Writes a key as DescribeKey, GetKeyPolicy and ListGrants would have, or an account's keys. */
final class KeyStateJson {
  private KeyStateJson() {}

  static JsonNode of(Object state) {
    if (state instanceof Key key) {
      return key instanceof Key.Present present
          ? json(present)
          : Json.object().put("Exists", false);
    }
    if (state instanceof KeyDirectory directory) {
      return json(directory);
    }
    throw new IllegalStateException("there is no JSON for " + state.getClass().getName());
  }

  private static JsonNode json(Key.Present key) {
    ObjectNode json = KeyMetadataJson.output(key.metadata());
    json.put("Policy", key.policy().text());
    ArrayNode grants = json.putArray("Grants");
    key.grants().values().forEach(grant -> grants.add(GrantJson.write(key.arn(), grant)));
    return json;
  }

  private static JsonNode json(KeyDirectory directory) {
    ObjectNode json = Json.object();
    ArrayNode keys = json.putArray("Keys");
    directory.keys().values().forEach(entry -> keys.add(entry.arn().toString()));
    ArrayNode aliases = json.putArray("Aliases");
    directory.aliases().keySet().forEach(aliases::add);
    return json;
  }
}
