package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;

/**
 * CreateAlias.
 *
 * @param arn the alias's ARN, for the error
 * @param keyId a key that exists
 * @param reserved whether names that begin with {@code alias/aws/} are allowed: the service's own
 */
public record CreateAlias(String name, String arn, String keyId, boolean reserved)
    implements KeyDirectoryCommand<Empty> {
  static final String PREFIX = "alias/";
  static final String RESERVED = "alias/aws/";

  @Override
  public Decision<KeyDirectoryEvent, Empty> decide(KeyDirectory directory, Instant now) {
    if (!name.startsWith(PREFIX) || name.length() == PREFIX.length()) {
      return Decision.refuse(
          Errors.validation(
              "Alias must start with the prefix \"alias/\". Please see"
                  + " https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html"));
    }
    if (name.startsWith(RESERVED) && !reserved) {
      return Decision.refuse(new io.hydrant.core.entity.Refusal("NotAuthorizedException", ""));
    }
    return directory.aliases().containsKey(name)
        ? Decision.refuse(Errors.aliasExists(arn))
        : Decision.store(new KeyDirectoryEvent.AliasCreated(now, name, keyId), new Empty());
  }
}
