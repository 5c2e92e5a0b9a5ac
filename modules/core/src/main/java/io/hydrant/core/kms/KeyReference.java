package io.hydrant.core.kms;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.Optional;
import java.util.regex.Pattern;

/** The target of a caller's {@code KeyId} member: a key id, a key ARN, an alias or an alias ARN. */
public sealed interface KeyReference {
  record ByKey(KeyArn arn) implements KeyReference {}

  record ByAlias(AliasArn arn) implements KeyReference {}

  Pattern KEY_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}");

  /**
   * Parses a reference. Without an ARN it is in the caller's account; another Region is refused.
   */
  static Reply<KeyReference> parse(Caller caller, String text) {
    if (text.startsWith("alias/")) {
      return Reply.success(new ByAlias(new AliasArn(caller.region(), caller.account(), text)));
    }
    if (KEY_ID.matcher(text).matches()) {
      return Reply.success(new ByKey(new KeyArn(caller.region(), caller.account(), text)));
    }
    Optional<KeyArn> key = KeyArn.parse(text);
    if (key.isPresent()) {
      return key.get().region().equals(caller.region())
          ? Reply.success(new ByKey(key.get()))
          : Reply.failure(KmsErrors.arnOfAnotherRegion(key.get().region()));
    }
    Optional<AliasArn> alias = AliasArn.parse(text);
    if (alias.isPresent()) {
      return alias.get().region().equals(caller.region())
          ? Reply.success(new ByAlias(alias.get()))
          : Reply.failure(KmsErrors.arnOfAnotherRegion(alias.get().region()));
    }
    return Reply.failure(KmsErrors.invalidKeyId(text));
  }

  /** Parses the reference of an operation that takes no alias. */
  static Reply<KeyArn> parseKey(Caller caller, String text) {
    return parse(caller, text)
        .flatMap(
            reference ->
                reference instanceof ByKey key
                    ? Reply.success(key.arn())
                    : Reply.failure(KmsErrors.invalidKeyId(text)));
  }
}
