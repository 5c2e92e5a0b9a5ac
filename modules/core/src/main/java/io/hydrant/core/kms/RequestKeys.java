package io.hydrant.core.kms;

import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.CallerRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The condition keys of a call to a key; those of the principal itself are its own. */
final class RequestKeys {
  private RequestKeys() {}

  static Map<String, List<String>> of(KeyCommand<?> command, KeyMetadata key, Instant now) {
    Caller caller = command.caller();
    Map<String, List<String>> keys = new HashMap<>(command.conditionKeys());
    keys.putAll(of(caller, now));
    keys.put("kms:KeySpec", List.of(key.spec().name()));
    keys.put("kms:KeyUsage", List.of(key.usage().name()));
    keys.put("kms:KeyOrigin", List.of(key.origin().name()));
    keys.put("aws:RequestedRegion", List.of(key.arn().region()));
    command.context().ifPresent(context -> context(context, keys));
    return keys;
  }

  /** Those of a call that is about no key. */
  static Map<String, List<String>> of(Caller caller, Instant now) {
    Map<String, List<String>> keys = new HashMap<>(CallerRequest.keys(caller, now));
    keys.put("kms:CallerAccount", List.of(caller.account()));
    caller.via().ifPresent(via -> keys.put("kms:ViaService", List.of(via.service())));
    return keys;
  }

  static void context(Map<String, String> context, Map<String, List<String>> keys) {
    context.forEach((name, value) -> keys.put("kms:EncryptionContext:" + name, List.of(value)));
    if (!context.isEmpty()) {
      keys.put("kms:EncryptionContextKeys", new ArrayList<>(context.keySet()));
    }
  }
}
