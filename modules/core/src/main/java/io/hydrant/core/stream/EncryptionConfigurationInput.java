package io.hydrant.core.stream;

import java.util.Optional;

/**
 * DeliveryStreamEncryptionConfigurationInput: the key a caller asks for. {@link
 * EncryptionValidation} checks that type and ARN fit together.
 */
public record EncryptionConfigurationInput(KeyType type, Optional<String> keyArn) {
  /** The default of a call without the structure (the model's default). */
  public static final EncryptionConfigurationInput DEFAULT =
      new EncryptionConfigurationInput(KeyType.AWS_OWNED_CMK, Optional.empty());
}
