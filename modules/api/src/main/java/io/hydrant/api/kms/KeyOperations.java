package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.call.Replies;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.kms.CancelKeyDeletion;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.DisableKey;
import io.hydrant.core.kms.EnableKey;
import io.hydrant.core.kms.KeyOrigin;
import io.hydrant.core.kms.KeyPolicy;
import io.hydrant.core.kms.KeySpec;
import io.hydrant.core.kms.KeyUsage;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.core.kms.ListResourceTags;
import io.hydrant.core.kms.ScheduleKeyDeletion;
import io.hydrant.core.kms.Tag;
import io.hydrant.core.kms.TagResource;
import io.hydrant.core.kms.UntagResource;
import io.hydrant.core.kms.UpdateKeyDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations on keys and their tags. */
final class KeyOperations {
  private KeyOperations() {}

  static List<Operation> all(KmsApi api) {
    return Stream.concat(keys(api).stream(), tags(new KeyCalls(api)).stream()).toList();
  }

  private static List<Operation> keys(KmsApi api) {
    KeyCalls calls = new KeyCalls(api);
    return List.of(
        Operation.of(
            "CreateKey",
            (caller, input) ->
                Replies.then(
                    policy(input), policy -> api.createKey(caller, creation(input, policy))),
            KeyMetadataJson::output),
        Operation.of(
            "DescribeKey",
            (caller, input) -> api.describeKey(caller, KeyCalls.key(input)),
            KeyMetadataJson::output),
        Operation.of(
            "ListKeys",
            (caller, input) ->
                api.listKeys(
                    caller, new ListKeys(Json.integer(input, "Limit"), Json.text(input, "Marker"))),
            page ->
                Pages.write(
                    "Keys",
                    page,
                    key ->
                        Json.object()
                            .put("KeyId", key.arn().keyId())
                            .put("KeyArn", key.arn().toString()))),
        Operation.withoutBody(
            "UpdateKeyDescription",
            calls.with(
                (caller, key, input) ->
                    new UpdateKeyDescription(caller, key, Json.required(input, "Description")))),
        Operation.withoutBody(
            "EnableKey", calls.with((caller, key, input) -> new EnableKey(caller, key))),
        Operation.withoutBody(
            "DisableKey", calls.with((caller, key, input) -> new DisableKey(caller, key))),
        Operation.of(
            "ScheduleKeyDeletion",
            calls.with(
                (caller, key, input) ->
                    new ScheduleKeyDeletion(
                        caller, key, Json.integer(input, "PendingWindowInDays"))),
            output ->
                Json.object()
                    .put("KeyId", output.keyId().toString())
                    .put("DeletionDate", Json.seconds(output.deletionDate()))
                    .put("KeyState", output.keyState().wireName())
                    .put("PendingWindowInDays", output.pendingWindowInDays())),
        Operation.of(
            "CancelKeyDeletion",
            calls.with((caller, key, input) -> new CancelKeyDeletion(caller, key)),
            arn -> Json.object().put("KeyId", arn.toString())));
  }

  private static List<Operation> tags(KeyCalls calls) {
    return List.of(
        Operation.withoutBody(
            "TagResource",
            calls.with((caller, key, input) -> new TagResource(caller, key, tags(input)))),
        Operation.withoutBody(
            "UntagResource",
            calls.with(
                (caller, key, input) ->
                    new UntagResource(caller, key, Json.texts(input, "TagKeys")))),
        Operation.of(
            "ListResourceTags",
            calls.with(
                (caller, key, input) ->
                    new ListResourceTags(
                        caller, key, Json.integer(input, "Limit"), Json.text(input, "Marker"))),
            page ->
                Pages.write(
                    "Tags",
                    page,
                    tag -> Json.object().put("TagKey", tag.key()).put("TagValue", tag.value()))));
  }

  private static Reply<Optional<KeyPolicy>> policy(JsonNode input) {
    return Json.text(input, "Policy")
        .map(text -> PolicyOperations.parse(text).map(Optional::of))
        .orElseGet(() -> Reply.success(Optional.empty()));
  }

  private static CreateKey.Input creation(JsonNode input, Optional<KeyPolicy> policy) {
    return new CreateKey.Input(
        policy,
        Json.text(input, "Description").orElse(""),
        Json.text(input, "KeyUsage").map(KeyUsage::valueOf),
        Json.text(input, "KeySpec").map(KeySpec::valueOf),
        Json.text(input, "CustomerMasterKeySpec").map(KeySpec::valueOf),
        Json.text(input, "Origin").map(KeyOrigin::valueOf).orElse(KeyOrigin.AWS_KMS),
        Json.isTrue(input, "MultiRegion"),
        Json.isTrue(input, "BypassPolicyLockoutSafetyCheck"),
        tags(input));
  }

  private static List<Tag> tags(JsonNode input) {
    List<Tag> tags = new ArrayList<>();
    input
        .path("Tags")
        .forEach(
            tag -> tags.add(new Tag(Json.required(tag, "TagKey"), Json.required(tag, "TagValue"))));
    return tags;
  }
}
