package io.hydrant.runtime.fault;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.PutPermissions.KeyAction;
import io.hydrant.runtime.kms.KmsPort;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Firehose's way to KMS, with faults on it. */
public final class FaultInjectingKms implements KmsPort {
  private final KmsPort kms;
  private final FaultInjector faults;

  public FaultInjectingKms(KmsPort kms, FaultInjector faults) {
    this.kms = kms;
    this.faults = faults;
  }

  private <O> CompletionStage<Reply<O>> meet(
      String operation, List<String> resources, Supplier<CompletionStage<Reply<O>>> call) {
    return faults
        .meet(
            new CallDescription(Fault.Service.KMS, operation, Fault.By.FIREHOSE, resources, false))
        .thenCompose(
            error ->
                error
                    .<CompletionStage<Reply<O>>>map(
                        refusal -> CompletableFuture.completedFuture(Reply.failure(refusal)))
                    .orElseGet(call));
  }

  @Override
  public CompletionStage<Reply<String>> describeKey(Caller caller, String keyArn) {
    return meet("DescribeKey", List.of(keyArn), () -> kms.describeKey(caller, keyArn));
  }

  @Override
  public CompletionStage<Reply<String>> awsOwnedKey(String region) {
    return meet("DescribeKey", List.of("aws-owned"), () -> kms.awsOwnedKey(region));
  }

  @Override
  public CompletionStage<Reply<String>> createGrant(
      Caller caller, String keyArn, StreamArn stream, String grantName) {
    return meet(
        "CreateGrant",
        List.of(keyArn, stream.toString()),
        () -> kms.createGrant(caller, keyArn, stream, grantName));
  }

  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      KeyType type, String keyArn, StreamArn stream) {
    return meet(
        "GenerateDataKey",
        List.of(keyArn, stream.toString()),
        () -> kms.generateDataKey(type, keyArn, stream));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      KeyType type, String keyArn, Bytes wrapped, StreamArn stream) {
    return meet(
        "Decrypt",
        List.of(keyArn, stream.toString()),
        () -> kms.decrypt(type, keyArn, wrapped, stream));
  }

  /** Not struck: it is no call of Firehose's own. */
  @Override
  public CompletionStage<Reply<NoOutput>> permits(
      Caller caller, List<KeyAction> actions, String keyArn, StreamArn stream) {
    return kms.permits(caller, actions, keyArn, stream);
  }

  @Override
  public CompletionStage<Reply<NoOutput>> retireGrant(
      String keyArn, String grantId, StreamArn stream) {
    return meet(
        "RetireGrant",
        List.of(keyArn, stream.toString()),
        () -> kms.retireGrant(keyArn, grantId, stream));
  }

  @Override
  public void close() {
    kms.close();
  }
}
