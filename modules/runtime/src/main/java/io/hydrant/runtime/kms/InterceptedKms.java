package io.hydrant.runtime.kms;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.PutPermissions.KeyAction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Passes every call to a KMS through an interceptor. */
public record InterceptedKms(KmsPort kms, KmsInterceptor interceptor) implements KmsPort {
  private <O> CompletionStage<Reply<O>> call(
      String operation,
      String key,
      Optional<StreamArn> stream,
      Supplier<CompletionStage<Reply<O>>> next) {
    return interceptor.intercept(new KmsInterceptor.Call(operation, key, stream), next);
  }

  @Override
  public CompletionStage<Reply<String>> describeKey(Caller caller, String keyArn) {
    return call("DescribeKey", keyArn, Optional.empty(), () -> kms.describeKey(caller, keyArn));
  }

  @Override
  public CompletionStage<Reply<String>> awsOwnedKey(String region) {
    return call("DescribeKey", "aws-owned", Optional.empty(), () -> kms.awsOwnedKey(region));
  }

  @Override
  public CompletionStage<Reply<String>> createGrant(
      Caller caller, String keyArn, StreamArn stream, String grantName) {
    return call(
        "CreateGrant",
        keyArn,
        Optional.of(stream),
        () -> kms.createGrant(caller, keyArn, stream, grantName));
  }

  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      KeyType type, String keyArn, StreamArn stream) {
    return call(
        "GenerateDataKey",
        keyArn,
        Optional.of(stream),
        () -> kms.generateDataKey(type, keyArn, stream));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      KeyType type, String keyArn, Bytes wrapped, StreamArn stream) {
    return call(
        "Decrypt", keyArn, Optional.of(stream), () -> kms.decrypt(type, keyArn, wrapped, stream));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> canUseDataKeys(
      Caller caller, List<KeyAction> actions, String keyArn, StreamArn stream) {
    return call(
        KmsInterceptor.CALLER_PERMISSIONS,
        keyArn,
        Optional.of(stream),
        () -> kms.canUseDataKeys(caller, actions, keyArn, stream));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> retireGrant(
      String keyArn, String grantId, StreamArn stream) {
    return call(
        "RetireGrant", keyArn, Optional.of(stream), () -> kms.retireGrant(keyArn, grantId, stream));
  }

  @Override
  public void close() {
    kms.close();
  }
}
