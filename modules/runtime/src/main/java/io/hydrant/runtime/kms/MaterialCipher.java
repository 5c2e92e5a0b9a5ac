package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyMaterial;
import io.hydrant.core.kms.KmsErrors;
import io.hydrant.runtime.crypto.AesGcm;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Performs the cryptography that a key has permitted. Plaintext material exists only during a call.
 */
final class MaterialCipher {
  private final RootKey root;

  MaterialCipher(RootKey root) {
    this.root = root;
  }

  /** Creates material for a version of a key, wrapped under the root key. */
  Bytes newMaterial(KeyArn arn, int version) {
    byte[] material = AesGcm.random(AesGcm.KEY_BYTES);
    try {
      return root.wrap(arn, version, material);
    } finally {
      Arrays.fill(material, (byte) 0);
    }
  }

  Reply<Bytes> seal(KeyMaterial permitted, Map<String, String> context, Bytes plaintext) {
    return with(
        permitted,
        clear ->
            Reply.success(
                CiphertextBlob.seal(
                        permitted.key(),
                        permitted.version(),
                        clear,
                        context,
                        plaintext.unsafeArray())
                    .encode()));
  }

  Reply<Bytes> open(KeyMaterial permitted, Map<String, String> context, CiphertextBlob blob) {
    return with(
        permitted,
        clear ->
            blob.open(clear, context)
                .map(plaintext -> Reply.success(Bytes.wrap(plaintext)))
                .orElseGet(() -> Reply.failure(KmsErrors.invalidCiphertext())));
  }

  private Reply<Bytes> with(KeyMaterial permitted, Function<byte[], Reply<Bytes>> use) {
    return root.unwrap(permitted)
        .map(
            clear -> {
              try {
                return use.apply(clear);
              } finally {
                Arrays.fill(clear, (byte) 0);
              }
            })
        .orElseGet(() -> Reply.failure(KmsErrors.materialUnreadable(permitted.key())));
  }
}
