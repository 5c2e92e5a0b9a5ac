package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DataKeySpec;

/**
 * Connects S3 to an external KMS, which sees the principal of Hydrant's credentials as the caller:
 * Hydrant does not have the credentials of S3's callers.
 */
final class ExternalDataKeys implements DataKeyApi {
  private final KmsClients kms;
  private final ExternalKeys keys;

  ExternalDataKeys(KmsClients kms, ExternalKeys keys) {
    this.kms = kms;
    this.keys = keys;
  }

  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      Caller caller, String keyId, Map<String, String> context) {
    return Replies.map(
        kms.call(
            caller.region(),
            client ->
                client.generateDataKey(
                    r -> r.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(context))),
        made -> new DataKey(made.keyId(), bytes(made.plaintext()), bytes(made.ciphertextBlob())));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      Caller caller, String keyArn, Bytes wrapped, Map<String, String> context) {
    SdkBytes blob = SdkBytes.fromByteArrayUnsafe(wrapped.unsafeArray());
    return Replies.map(
        kms.call(
            caller.region(),
            client ->
                client.decrypt(
                    r -> r.keyId(keyArn).ciphertextBlob(blob).encryptionContext(context))),
        answer -> bytes(answer.plaintext()));
  }

  @Override
  public CompletionStage<Reply<String>> managedKey(Caller caller) {
    return keys.s3(caller.region());
  }

  private static Bytes bytes(SdkBytes bytes) {
    return Bytes.wrap(bytes.asByteArrayUnsafe());
  }
}
