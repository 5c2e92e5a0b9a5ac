package io.hydrant.runtime.secret;

import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationSecrets;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.CreateDeliveryStream;
import io.hydrant.core.stream.UpdateDestination;
import io.hydrant.runtime.crypto.AesGcm;
import io.hydrant.runtime.kms.RootKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Encrypts the secrets of destinations before they are stored, and decrypts them for deliveries. A
 * secret can be decrypted for its own stream and in its own place alone.
 */
public final class SecretCipher {
  /** Key derivation and associated data depend on this text: journals need it unchanged. */
  private static final String PURPOSE = "destination secrets";

  private final byte[] key;

  public SecretCipher(RootKey root) {
    this.key = root.derive(PURPOSE);
  }

  /** Returns the input of the call with encrypted secrets. */
  public CreateDeliveryStream.Input encrypt(StreamArn arn, CreateDeliveryStream.Input input) {
    return new CreateDeliveryStream.Input(
        input.type(), input.encryption(), encrypt(arn, input.configurations()), input.tags());
  }

  /** Returns the command with encrypted secrets. */
  public UpdateDestination encrypt(StreamArn arn, UpdateDestination update) {
    return new UpdateDestination(
        update.currentDeliveryStreamVersionId(),
        update.destinationId(),
        encrypt(arn, update.updates()));
  }

  private Structure encrypt(StreamArn arn, Structure members) {
    return DestinationSecrets.encrypt(
        members,
        (place, secret) ->
            Bytes.wrap(
                AesGcm.seal(
                    key, associatedData(arn, place), secret.getBytes(StandardCharsets.UTF_8))));
  }

  /**
   * Returns the plaintext of a secret; empty if none is stored.
   *
   * @param path one of {@link DestinationSecrets#paths}
   * @throws SecretUnavailableException if it is encrypted under another root key
   */
  public Optional<Bytes> secret(StreamArn arn, Destination destination, String path) {
    return DestinationSecrets.stored(destination, path)
        .map(
            stored ->
                AesGcm.open(
                        key,
                        associatedData(arn, DestinationSecrets.place(destination.type(), path)),
                        stored.unsafeArray())
                    .map(Bytes::wrap)
                    .orElseThrow(() -> SecretUnavailableException.unreadable(arn, path)));
  }

  /**
   * Returns the plaintext of a secret that the delivery cannot do without.
   *
   * @throws SecretUnavailableException if none is stored or it is encrypted under another root key
   */
  public Bytes required(StreamArn arn, Destination destination, String path) {
    return secret(arn, destination, path)
        .orElseThrow(() -> SecretUnavailableException.notStored(arn, path));
  }

  private static byte[] associatedData(StreamArn arn, String place) {
    return (PURPOSE + "\n" + arn + "\n" + place).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "SecretCipher[hidden]";
  }
}
