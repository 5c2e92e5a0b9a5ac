package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.PutPermissions.KeyAction;
import java.util.List;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DataKeySpec;

/**
 * Connects Firehose to an external KMS, which sees the principal of Hydrant's credentials as both
 * caller and service.
 */
public final class ExternalKms implements KmsPort {
  private final KmsClients kms;
  private final ExternalKeys keys;
  private final ExternalGrants grants;

  public ExternalKms(ExternalKmsSettings settings) {
    this.kms = new KmsClients(settings);
    this.keys = new ExternalKeys(kms);
    this.grants = new ExternalGrants(kms, settings.granteePrincipal());
  }

  /** Returns the same KMS as S3 uses it; it is closed with this one. */
  public DataKeyApi dataKeys() {
    return new ExternalDataKeys(kms, keys);
  }

  @Override
  public CompletionStage<Reply<String>> describeKey(Caller caller, String keyArn) {
    return keys.usable(caller.region(), keyArn);
  }

  @Override
  public CompletionStage<Reply<String>> awsOwnedKey(String region) {
    return keys.owned(region);
  }

  @Override
  public CompletionStage<Reply<String>> createGrant(
      Caller caller, String keyArn, StreamArn stream, String grantName) {
    return grants.create(keyArn, stream, grantName);
  }

  /** Does not check the grant, which was created just before and may not be listed yet. */
  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      KeyType type, String keyArn, StreamArn stream) {
    return Replies.map(
        kms.call(
            stream.region(),
            client ->
                client.generateDataKey(
                    r ->
                        r.keyId(keyArn)
                            .keySpec(DataKeySpec.AES_256)
                            .encryptionContext(StreamGrant.context(stream)))),
        made -> new DataKey(bytes(made.plaintext()), bytes(made.ciphertextBlob())));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      KeyType type, String keyArn, Bytes wrapped, StreamArn stream) {
    CompletionStage<Reply<String>> permitted =
        type == KeyType.CUSTOMER_MANAGED_CMK
            ? grants.permitted(keyArn, stream)
            : Replies.now(Reply.success(keyArn));
    return Replies.then(
        permitted,
        key ->
            Replies.map(
                kms.call(
                    stream.region(),
                    client ->
                        client.decrypt(
                            r ->
                                r.keyId(key)
                                    .ciphertextBlob(
                                        SdkBytes.fromByteArrayUnsafe(wrapped.unsafeArray()))
                                    .encryptionContext(StreamGrant.context(stream)))),
                answer -> bytes(answer.plaintext())));
  }

  /**
   * Permits every caller: Hydrant does not have the caller's credentials, so only the stream's
   * grant decides.
   */
  @Override
  public CompletionStage<Reply<NoOutput>> canUseDataKeys(
      Caller caller, List<KeyAction> actions, String keyArn, StreamArn stream) {
    return Replies.now(Reply.success(new NoOutput()));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> retireGrant(
      String keyArn, String grantId, StreamArn stream) {
    return StreamGrant.retired(
        Replies.map(
            kms.call(
                stream.region(),
                client -> client.retireGrant(r -> r.keyId(keyArn).grantId(grantId))),
            done -> new NoOutput()));
  }

  private static Bytes bytes(SdkBytes bytes) {
    return Bytes.wrap(bytes.asByteArrayUnsafe());
  }

  @Override
  public void close() {
    kms.close();
  }
}
