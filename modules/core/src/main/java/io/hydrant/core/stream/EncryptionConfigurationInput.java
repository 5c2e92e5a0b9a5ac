package io.hydrant.core.stream;

import java.util.Optional;

/**
 * DeliveryStreamEncryptionConfigurationInput: the key a caller asks for. Whether type and ARN fit
 * together is for {@link EncryptionValidation} to say.
 */
public record EncryptionConfigurationInput(KeyType type, Optional<String> keyArn) {
  /** The default of a call without the structure (the model's default). */
  public static final EncryptionConfigurationInput DEFAULT =
      new EncryptionConfigurationInput(KeyType.AWS_OWNED_CMK, Optional.empty());
}
