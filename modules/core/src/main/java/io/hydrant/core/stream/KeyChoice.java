package io.hydrant.core.stream;

import java.util.Optional;

/**
 * DeliveryStreamEncryptionConfigurationInput: the key a caller asks for. Whether type and ARN fit
 * together is for {@link EncryptionArguments} to say.
 */
public record KeyChoice(KeyType type, Optional<String> keyArn) {
  /** What a call without the structure means (the model's default). */
  public static final KeyChoice DEFAULT = new KeyChoice(KeyType.AWS_OWNED_CMK, Optional.empty());
}
