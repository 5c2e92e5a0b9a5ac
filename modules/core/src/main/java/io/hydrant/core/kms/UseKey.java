package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * May the principal do this with the key now? The rule of Encrypt, Decrypt, GenerateDataKey and
 * GenerateDataKeyWithoutPlaintext; the cryptography itself is the shell's.
 *
 * @param operation the API operation's name
 * @param account the principal's account; the key's own account needs no grant
 */
public record UseKey(
    String operation, String principal, String account, Map<String, String> encryptionContext)
    implements KeyCommand.OfExisting<UseKey.Permission> {

  /** It may: with this key, and its material as it is stored. */
  public record Permission(KeyArn arn, Bytes wrappedMaterial) {}

  public UseKey {
    encryptionContext = Map.copyOf(encryptionContext);
  }

  @Override
  public Decision<KeyEvent, Permission> decide(Key key, Instant now) {
    boolean allowed =
        account.equals(key.arn().account())
            || key.grants().stream()
                .anyMatch(grant -> grant.allows(principal, operation, encryptionContext));
    Optional<Refusal> refusal =
        allowed
            ? key.unusableFor(operation)
            : Optional.of(Errors.accessDenied(principal, operation, key.arn()));
    return refusal
        .<Decision<KeyEvent, Permission>>map(Decision::refuse)
        .orElseGet(() -> Decision.answer(new Permission(key.arn(), key.wrappedMaterial())));
  }
}
