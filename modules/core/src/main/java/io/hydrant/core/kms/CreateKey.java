package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.History;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CreateKey.
 *
 * @param wrappedMaterial new key material, wrapped under the root key
 */
public record CreateKey(Input input, Bytes wrappedMaterial, Caller caller)
    implements KeyCommand<KeyMetadata> {

  /** The call's members, with the API's defaults. */
  public record Input(
      String description,
      String spec,
      String usage,
      Optional<String> policy,
      boolean external,
      boolean multiRegion,
      Map<String, String> tags) {
    public static final Input DEFAULT =
        new Input("", Key.SYMMETRIC, Key.ENCRYPT_DECRYPT, Optional.empty(), false, false, Map.of());
  }

  @Override
  public Decision<KeyEvent, KeyMetadata> decide(KeySlot slot, Instant now) {
    if (slot instanceof Key) {
      throw new IllegalStateException("key ids are unique");
    }
    if (input.spec().equals(Key.SYMMETRIC) && !input.usage().equals(Key.ENCRYPT_DECRYPT)) {
      return Decision.refuse(
          Errors.validation(
              "KeyUsage " + input.usage() + " is not compatible with KeySpec " + input.spec()));
    }
    KeyEvent created =
        new KeyEvent.KeyCreated(
            now,
            slot.arn(),
            input.description(),
            input.spec(),
            input.usage(),
            input.policy().orElseGet(() -> defaultPolicy(slot.arn().account())),
            input.multiRegion(),
            input.tags(),
            input.external() ? KeyState.PENDING_IMPORT : KeyState.ENABLED,
            wrappedMaterial,
            caller.principalArn());
    Key key = (Key) History.fold(slot, List.of(created));
    return Decision.store(created, KeyMetadata.of(key));
  }

  /** "Key policies default to the account root with kms:*." */
  static String defaultPolicy(String account) {
    return """
    {
      "Version" : "2012-10-17",
      "Id" : "key-default-1",
      "Statement" : [ {
        "Sid" : "Enable IAM User Permissions",
        "Effect" : "Allow",
        "Principal" : {
          "AWS" : "arn:aws:iam::%s:root"
        },
        "Action" : "kms:*",
        "Resource" : "*"
      } ]
    }"""
        .formatted(account);
  }
}
