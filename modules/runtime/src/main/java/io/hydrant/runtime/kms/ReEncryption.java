package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KeyMaterial;
import io.hydrant.core.kms.ReEncrypt;
import io.hydrant.core.kms.ReEncryptFrom;
import io.hydrant.core.kms.ReEncryptTo;
import java.util.concurrent.CompletionStage;

/**
 * Performs ReEncrypt: one key permits the decryption, another the encryption; the plaintext stays
 * in this class.
 */
final class ReEncryption {
  private final KeyEntities keys;
  private final MaterialCipher cipher;

  ReEncryption(KeyEntities keys, MaterialCipher cipher) {
    this.keys = keys;
    this.cipher = cipher;
  }

  CompletionStage<Reply<ReEncrypt.Output>> of(Caller caller, ReEncrypt.Input input) {
    return Replies.then(
        keys.ciphertext(caller, input.ciphertextBlob(), input.sourceKeyId()),
        blob ->
            Replies.then(
                keys.resolve(caller, input.destinationKeyId()),
                destination -> open(caller, blob, input, destination.equals(blob.key()))));
  }

  private CompletionStage<Reply<ReEncrypt.Output>> open(
      Caller caller, CiphertextBlob blob, ReEncrypt.Input input, boolean onSameKey) {
    CompletionStage<Reply<KeyMaterial>> permitted =
        keys.ask(
            new ReEncryptFrom(
                caller,
                blob.key(),
                blob.materialVersion(),
                input.sourceContext(),
                input.sourceAlgorithm(),
                onSameKey));
    return Replies.then(
        permitted,
        material ->
            Replies.then(
                cipher.open(material, input.sourceContext(), blob),
                clear -> seal(caller, material, clear, input, onSameKey)));
  }

  /** Encrypts under the other key; a dry run ends with that key's permission. */
  private CompletionStage<Reply<ReEncrypt.Output>> seal(
      Caller caller, KeyMaterial source, Bytes clear, ReEncrypt.Input input, boolean onSameKey) {
    return Replies.check(
        permission(caller, input, onSameKey),
        material ->
            cipher
                .seal(material, input.destinationContext(), clear)
                .map(
                    fresh ->
                        new ReEncrypt.Output(
                            fresh,
                            source.key(),
                            material.key(),
                            input.sourceAlgorithm(),
                            input.destinationAlgorithm(),
                            source.id(),
                            material.id())));
  }

  private CompletionStage<Reply<KeyMaterial>> permission(
      Caller caller, ReEncrypt.Input input, boolean onSameKey) {
    return keys.onKeyOrAlias(
        caller,
        input.destinationKeyId(),
        arn ->
            new ReEncryptTo(
                caller,
                arn,
                input.destinationContext(),
                input.destinationAlgorithm(),
                onSameKey,
                input.dryRun()));
  }
}
