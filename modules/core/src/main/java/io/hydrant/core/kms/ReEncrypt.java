package io.hydrant.core.kms;

import io.hydrant.core.collection.SafeMaps;
import io.hydrant.core.id.Bytes;
import java.util.Map;
import java.util.Optional;

/** ReEncrypt: {@link ReEncryptFrom} one key, {@link ReEncryptTo} another. */
public final class ReEncrypt {
  private ReEncrypt() {}

  /** The call's members; the cipher text itself names its key. */
  public record Input(
      Optional<Bytes> ciphertextBlob,
      Optional<String> sourceKeyId,
      Map<String, String> sourceContext,
      String sourceAlgorithm,
      String destinationKeyId,
      Map<String, String> destinationContext,
      String destinationAlgorithm,
      boolean dryRun) {
    public Input {
      sourceContext = SafeMaps.copyOf(sourceContext);
      destinationContext = SafeMaps.copyOf(destinationContext);
    }
  }

  public record Output(
      Bytes ciphertextBlob,
      KeyArn sourceKeyId,
      KeyArn keyId,
      String sourceAlgorithm,
      String destinationAlgorithm) {}
}
