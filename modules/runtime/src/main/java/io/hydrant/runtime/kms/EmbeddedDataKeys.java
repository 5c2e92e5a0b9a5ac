package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.ManagedKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Connects S3 to the embedded KMS, which checks the permissions of S3's caller. */
public final class EmbeddedDataKeys implements DataKeyApi {
  private final KmsGateway kms;

  public EmbeddedDataKeys(KmsGateway kms) {
    this.kms = kms;
  }

  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      Caller caller, String keyId, Map<String, String> context) {
    return Replies.map(
        kms.generateDataKey(caller, keyId, DataKeyRequest.aes256(context)),
        made -> new DataKey(made.keyId().toString(), made.plaintext(), made.ciphertextBlob()));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      Caller caller, String keyArn, Bytes wrapped, Map<String, String> context) {
    Decrypt.Input input =
        new Decrypt.Input(
            Optional.of(wrapped), Optional.of(keyArn), context, Encrypt.SYMMETRIC_DEFAULT, false);
    return Replies.map(kms.decrypt(caller, input), Decrypt.Output::plaintext);
  }

  /** Creates the key as the account's root: AWS creates it for any caller. */
  @Override
  public CompletionStage<Reply<String>> managedKey(Caller caller) {
    return Replies.map(
        kms.serviceKey(
            Caller.root(caller.account(), caller.region()),
            ManagedKey.S3_ALIAS,
            ManagedKey.s3(caller.account(), caller.region())),
        KeyArn::toString);
  }
}
