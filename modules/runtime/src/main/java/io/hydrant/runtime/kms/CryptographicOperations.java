package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.GenerateDataKey;
import io.hydrant.core.kms.GenerateDataKeyWithoutPlaintext;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCommand;
import io.hydrant.core.kms.KeyMaterial;
import io.hydrant.core.stream.PutPermissions.KeyAction;
import io.hydrant.runtime.crypto.AesGcm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Performs the operations that use key material: the key authorizes, this class encrypts and
 * decrypts.
 */
final class CryptographicOperations {
  private final KeyEntities keys;
  private final MaterialCipher cipher;

  CryptographicOperations(KeyEntities keys, MaterialCipher cipher) {
    this.keys = keys;
    this.cipher = cipher;
  }

  CompletionStage<Reply<GenerateDataKey.Output>> generateDataKey(
      Caller caller, String keyId, DataKeyRequest request) {
    return Replies.check(
        keys.onKeyOrAlias(caller, keyId, arn -> new GenerateDataKey(caller, arn, request)),
        material -> dataKey(material, request));
  }

  /** Checks in that order that the caller could do all of that with the key; nothing is created. */
  CompletionStage<Reply<NoOutput>> canUseDataKeys(
      Caller caller, List<KeyAction> actions, String keyId, Map<String, String> context) {
    CompletionStage<Reply<NoOutput>> permitted = Replies.now(Reply.success(new NoOutput()));
    for (KeyAction action : actions) {
      permitted =
          Replies.then(
              permitted,
              before ->
                  wouldSucceed(
                      keys.onKeyOrAlias(
                          caller, keyId, arn -> dryRun(action, caller, arn, context))));
    }
    return permitted;
  }

  private static KeyCommand<KeyMaterial> dryRun(
      KeyAction action, Caller caller, KeyArn key, Map<String, String> context) {
    return switch (action) {
      case GENERATE_DATA_KEY ->
          new GenerateDataKey(
              caller,
              key,
              new DataKeyRequest(Optional.of("AES_256"), Optional.empty(), context, true));
      case DECRYPT -> new Decrypt(caller, key, 1, context, Encrypt.SYMMETRIC_DEFAULT, true);
    };
  }

  private static CompletionStage<Reply<NoOutput>> wouldSucceed(
      CompletionStage<Reply<KeyMaterial>> dryRun) {
    return Replies.recover(
        Replies.map(dryRun, material -> new NoOutput()),
        "DryRunOperationException",
        () -> Replies.now(Reply.success(new NoOutput())));
  }

  CompletionStage<Reply<GenerateDataKeyWithoutPlaintext.Output>> generateDataKeyWithoutPlaintext(
      Caller caller, String keyId, DataKeyRequest request) {
    return Replies.check(
        keys.onKeyOrAlias(
            caller, keyId, arn -> new GenerateDataKeyWithoutPlaintext(caller, arn, request)),
        material ->
            dataKey(material, request)
                .map(
                    made ->
                        new GenerateDataKeyWithoutPlaintext.Output(
                            made.keyId(), made.ciphertextBlob(), made.keyMaterialId())));
  }

  CompletionStage<Reply<Encrypt.Output>> encrypt(Caller caller, String keyId, Encrypt.Input input) {
    return Replies.check(
        keys.onKeyOrAlias(caller, keyId, arn -> Encrypt.of(caller, arn, input)),
        material ->
            cipher
                .seal(material, input.encryptionContext(), input.plaintext())
                .map(
                    blob -> new Encrypt.Output(material.key(), blob, input.encryptionAlgorithm())));
  }

  CompletionStage<Reply<Decrypt.Output>> decrypt(Caller caller, Decrypt.Input input) {
    return Replies.then(
        keys.ciphertext(caller, input.ciphertextBlob(), input.keyId()),
        blob -> open(caller, blob, input));
  }

  private CompletionStage<Reply<Decrypt.Output>> open(
      Caller caller, CiphertextBlob blob, Decrypt.Input input) {
    return Replies.check(
        keys.ask(Decrypt.of(caller, blob.key(), blob.materialVersion(), input)),
        material ->
            cipher
                .open(material, input.encryptionContext(), blob)
                .fold(
                    clear ->
                        input.answer(
                            new Decrypt.Output(
                                blob.key(), clear, input.encryptionAlgorithm(), material.id())),
                    Reply::failure));
  }

  private Reply<GenerateDataKey.Output> dataKey(KeyMaterial material, DataKeyRequest request) {
    return request
        .size()
        .fold(
            bytes -> {
              Bytes plaintext = Bytes.wrap(AesGcm.random(bytes));
              return cipher
                  .seal(material, request.encryptionContext(), plaintext)
                  .map(
                      blob ->
                          new GenerateDataKey.Output(
                              material.key(), plaintext, blob, material.id()));
            },
            Reply::failure);
  }
}
