package io.hydrant.core.kms;

import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.CallerRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The condition keys of a call to a key; {@code AccessRequest} adds those of the principal. */
final class KmsConditionKeys {
  private KmsConditionKeys() {}

  static Map<String, List<String>> of(
      KeyCommand<?> command, Key.Present key, KeyCallContext call, Instant now) {
    KeyMetadata metadata = key.metadata();
    Map<String, List<String>> keys = new HashMap<>(command.conditionKeys());
    keys.putAll(of(command.caller(), now));
    keys.putAll(
        ofKind(metadata.spec(), metadata.usage(), metadata.origin(), key.arn().isMultiRegion()));
    keys.put("aws:RequestedRegion", List.of(key.arn().region()));
    keys.put("aws:ResourceAccount", List.of(key.arn().account()));
    key.tags().forEach(tag -> keys.put("aws:ResourceTag/" + tag.key(), List.of(tag.value())));
    call.requestAlias().ifPresent(alias -> keys.put("kms:RequestAlias", List.of(alias)));
    call.resourceAliases().ifPresent(aliases -> keys.put("kms:ResourceAliases", aliases));
    command.context().ifPresent(context -> context(context, keys));
    return keys;
  }

  /** Returns the condition keys of a key that exists or is to be created. */
  static Map<String, List<String>> ofKind(
      KeySpec spec, KeyUsage usage, KeyOrigin origin, boolean multiRegion) {
    Map<String, List<String>> keys = new HashMap<>();
    keys.put("kms:KeySpec", List.of(spec.name()));
    keys.put("kms:CustomerMasterKeySpec", List.of(spec.name()));
    keys.put("kms:KeyUsage", List.of(usage.name()));
    keys.put("kms:CustomerMasterKeyUsage", List.of(usage.name()));
    keys.put("kms:KeyOrigin", List.of(origin.name()));
    keys.put("kms:MultiRegion", List.of(Boolean.toString(multiRegion)));
    if (multiRegion) {
      keys.put("kms:MultiRegionKeyType", List.of("PRIMARY"));
    }
    return keys;
  }

  /** Returns the condition keys of the tags in a call. */
  static Map<String, List<String>> ofTags(List<Tag> tags) {
    Map<String, List<String>> keys = new HashMap<>();
    tags.forEach(tag -> keys.put("aws:RequestTag/" + tag.key(), List.of(tag.value())));
    if (!tags.isEmpty()) {
      keys.put("aws:TagKeys", tags.stream().map(Tag::key).toList());
    }
    return keys;
  }

  /** Returns the condition keys of a call without a key. */
  static Map<String, List<String>> of(Caller caller, Instant now) {
    Map<String, List<String>> keys = new HashMap<>(CallerRequest.keys(caller, now));
    keys.put("kms:CallerAccount", List.of(caller.account()));
    caller.calledVia().ifPresent(via -> keys.put("kms:ViaService", List.of(via.service())));
    return keys;
  }

  static void context(Map<String, String> context, Map<String, List<String>> keys) {
    context.forEach((name, value) -> keys.put("kms:EncryptionContext:" + name, List.of(value)));
    if (!context.isEmpty()) {
      keys.put("kms:EncryptionContextKeys", new ArrayList<>(context.keySet()));
    }
  }
}
