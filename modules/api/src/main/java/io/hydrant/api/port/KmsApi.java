package io.hydrant.api.port;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.GenerateDataKey;
import io.hydrant.core.kms.GenerateDataKeyWithoutPlaintext;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCommand;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyGrant;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.core.kms.ListRetirableGrants;
import io.hydrant.core.kms.Page;
import io.hydrant.core.kms.ReEncrypt;
import io.hydrant.core.kms.RetireGrant;
import io.hydrant.core.policy.AuthorizationDecision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The KMS operations as the HTTP API calls them. Errors that a client can cause are replies; a
 * stage fails only for a timeout or a bug.
 */
public interface KmsApi {
  CompletionStage<Reply<KeyMetadata>> createKey(Caller caller, CreateKey.Input input);

  /**
   * Lets the key decide a command, for operations that need nothing but the key.
   *
   * @param keyId a key id or a key ARN; these operations take no alias
   */
  <O> CompletionStage<Reply<O>> onKey(
      Caller caller, String keyId, Function<KeyArn, KeyCommand<O>> command);

  CompletionStage<Reply<KeyMetadata>> describeKey(Caller caller, String keyId);

  /**
   * Returns whether the key permits an action, and by which statements. Asking needs no permission.
   *
   * @param action the action without its prefix {@code kms:}
   */
  CompletionStage<Reply<AuthorizationDecision>> explain(
      Caller caller,
      String keyId,
      String action,
      Optional<Map<String, String>> context,
      Map<String, List<String>> conditionKeys);

  CompletionStage<Reply<Page<KeyDirectory.Entry>>> listKeys(Caller caller, ListKeys input);

  CompletionStage<Reply<NoOutput>> createAlias(Caller caller, String aliasName, String targetKeyId);

  CompletionStage<Reply<Page<KeyDirectory.Alias>>> listAliases(
      Caller caller, Optional<String> keyId, Optional<Integer> limit, Optional<String> marker);

  CompletionStage<Reply<NoOutput>> updateAlias(Caller caller, String aliasName, String targetKeyId);

  CompletionStage<Reply<Page<KeyGrant>>> listRetirableGrants(
      Caller caller, ListRetirableGrants input);

  CompletionStage<Reply<KeyArn>> rotateKeyOnDemand(Caller caller, String keyId);

  CompletionStage<Reply<Bytes>> generateRandom(Caller caller, int numberOfBytes);

  CompletionStage<Reply<ReEncrypt.Output>> reEncrypt(Caller caller, ReEncrypt.Input input);

  CompletionStage<Reply<NoOutput>> deleteAlias(Caller caller, String aliasName);

  CompletionStage<Reply<CreateGrant.Output>> createGrant(
      Caller caller, String keyId, CreateGrant.Input input);

  /** Returns InvalidGrantTokenException, unless each of the tokens belongs to a grant. */
  CompletionStage<Reply<NoOutput>> checkGrantTokens(Caller caller, List<String> tokens);

  CompletionStage<Reply<NoOutput>> retireGrant(Caller caller, RetireGrant.Input input);

  CompletionStage<Reply<GenerateDataKey.Output>> generateDataKey(
      Caller caller, String keyId, DataKeyRequest request);

  CompletionStage<Reply<GenerateDataKeyWithoutPlaintext.Output>> generateDataKeyWithoutPlaintext(
      Caller caller, String keyId, DataKeyRequest request);

  CompletionStage<Reply<Encrypt.Output>> encrypt(Caller caller, String keyId, Encrypt.Input input);

  CompletionStage<Reply<Decrypt.Output>> decrypt(Caller caller, Decrypt.Input input);
}
