package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Decrypted;
import io.hydrant.core.kms.Encrypted;
import io.hydrant.core.kms.Errors;
import io.hydrant.core.kms.GeneratedDataKey;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeySlot;
import io.hydrant.core.kms.UseKey;
import io.hydrant.runtime.crypto.AesGcm;
import io.hydrant.runtime.entity.EntityRegion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What is done with a key's material, once the key has said that it may be. */
final class KeyCryptography {
  private final EntityRegion<KeySlot, KeyEvent> keys;
  private final KeyResolver resolver;
  private final RootKey root;

  KeyCryptography(EntityRegion<KeySlot, KeyEvent> keys, KeyResolver resolver, RootKey root) {
    this.keys = keys;
    this.resolver = resolver;
    this.root = root;
  }

  CompletionStage<Reply<Encrypted>> encrypt(
      Caller caller, String keyId, Map<String, String> context, Bytes plaintext) {
    return with(
        caller,
        keyId,
        "Encrypt",
        context,
        permission ->
            Reply.success(
                new Encrypted(
                    permission.arn(), seal(permission, context, plaintext.unsafeArray()))));
  }

  /**
   * @param operation GenerateDataKey or GenerateDataKeyWithoutPlaintext
   */
  CompletionStage<Reply<GeneratedDataKey>> generateDataKey(
      Caller caller, String keyId, String operation, Map<String, String> context, int bytes) {
    return with(
        caller,
        keyId,
        operation,
        context,
        permission -> {
          byte[] dataKey = new byte[bytes];
          byte[] random = AesGcm.newKey();
          for (int i = 0; i < bytes; i++) {
            if (i > 0 && i % random.length == 0) {
              random = AesGcm.newKey();
            }
            dataKey[i] = random[i % random.length];
          }
          return Reply.success(
              new GeneratedDataKey(
                  permission.arn(), Bytes.wrap(dataKey), seal(permission, context, dataKey)));
        });
  }

  /**
   * @param keyId where given, the key must be the one that the cipher text names
   */
  CompletionStage<Reply<Decrypted>> decrypt(
      Caller caller, Optional<String> keyId, Map<String, String> context, Bytes ciphertext) {
    Optional<CiphertextBlob> blob = CiphertextBlob.parse(ciphertext);
    if (blob.isEmpty()) {
      return CompletableFuture.completedFuture(Reply.failure(Errors.invalidCiphertext()));
    }
    String named = blob.get().arn().toString();
    return with(
        caller,
        keyId.orElse(named),
        "Decrypt",
        context,
        permission -> {
          if (!permission.arn().equals(blob.get().arn())) {
            return Reply.failure(Errors.incorrectKey());
          }
          return blob.get()
              .open(root.unwrap(permission.wrappedMaterial(), named), context)
              .map(
                  plaintext ->
                      Reply.success(new Decrypted(permission.arn(), Bytes.wrap(plaintext))))
              .orElseGet(() -> Reply.failure(Errors.invalidCiphertext()));
        });
  }

  private Bytes seal(UseKey.Permission permission, Map<String, String> context, byte[] plaintext) {
    byte[] material = root.unwrap(permission.wrappedMaterial(), permission.arn().toString());
    return CiphertextBlob.seal(material, permission.arn(), context, plaintext);
  }

  private <O> CompletionStage<Reply<O>> with(
      Caller caller,
      String keyId,
      String operation,
      Map<String, String> context,
      Function<UseKey.Permission, Reply<O>> use) {
    return resolver
        .resolve(caller, keyId)
        .thenCompose(
            resolved ->
                resolved.fold(
                    arn ->
                        keys.ask(
                            KmsGateway.entityId(arn),
                            new UseKey(
                                operation, caller.principalArn(), caller.account(), context)),
                    refusal ->
                        CompletableFuture.completedFuture(
                            Reply.<UseKey.Permission>failure(refusal))))
        .thenApply(reply -> reply.fold(use, Reply::failure));
  }
}
