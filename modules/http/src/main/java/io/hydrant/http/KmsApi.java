package io.hydrant.http;

import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.Decrypted;
import io.hydrant.core.kms.Encrypted;
import io.hydrant.core.kms.GeneratedDataKey;
import io.hydrant.core.kms.GrantRequest;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.ListAliases;
import io.hydrant.core.kms.ListGrants;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.core.kms.ScheduleKeyDeletion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The KMS operations as the door needs them. A key id is any form that KMS takes. */
public interface KmsApi {
  CompletionStage<Reply<KeyMetadata>> createKey(Caller caller, CreateKey.Input input);

  CompletionStage<Reply<KeyMetadata>> describeKey(Caller caller, String keyId);

  CompletionStage<Reply<String>> getKeyPolicy(Caller caller, String keyId);

  CompletionStage<Reply<Empty>> enableKey(Caller caller, String keyId);

  CompletionStage<Reply<Empty>> disableKey(Caller caller, String keyId);

  CompletionStage<Reply<ScheduleKeyDeletion.Output>> scheduleKeyDeletion(
      Caller caller, String keyId, int pendingWindowInDays);

  CompletionStage<Reply<String>> cancelKeyDeletion(Caller caller, String keyId);

  CompletionStage<Reply<ListKeys.Output>> listKeys(Caller caller, ListKeys input);

  CompletionStage<Reply<Empty>> createAlias(Caller caller, String name, String keyId);

  CompletionStage<Reply<Empty>> deleteAlias(Caller caller, String name);

  CompletionStage<Reply<ListAliases.Output>> listAliases(
      Caller caller, Optional<String> keyId, Optional<Integer> limit, Optional<String> marker);

  CompletionStage<Reply<CreateGrant.Output>> createGrant(
      Caller caller, String keyId, GrantRequest request);

  CompletionStage<Reply<ListGrants.Output>> listGrants(
      Caller caller, String keyId, ListGrants input);

  CompletionStage<Reply<Empty>> retireGrant(Caller caller, String keyId, String grant);

  CompletionStage<Reply<Empty>> revokeGrant(Caller caller, String keyId, String grantId);

  CompletionStage<Reply<Encrypted>> encrypt(
      Caller caller, String keyId, Map<String, String> encryptionContext, Bytes plaintext);

  CompletionStage<Reply<Decrypted>> decrypt(
      Caller caller,
      Optional<String> keyId,
      Map<String, String> encryptionContext,
      Bytes ciphertext);

  CompletionStage<Reply<GeneratedDataKey>> generateDataKey(
      Caller caller,
      String keyId,
      String operation,
      Map<String, String> encryptionContext,
      int bytes);
}
