package io.hydrant.runtime.kms;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.PutPermissions.KeyAction;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The way to KMS, watched. */
public final class InstrumentedKms implements KmsPort {
  private final KmsPort kms;
  private final RuntimeMetrics meters;
  private final Tracing spans;

  public InstrumentedKms(KmsPort kms, RuntimeMetrics meters, Tracing spans) {
    this.kms = kms;
    this.meters = meters;
    this.spans = spans;
  }

  private <O> CompletionStage<Reply<O>> met(
      String operation,
      String key,
      Optional<StreamArn> stream,
      Supplier<CompletionStage<Reply<O>>> call) {
    long start = System.nanoTime();
    Tracing.Span span = spans.kmsCall(operation, key, stream);
    return CorrelationContexts.kept(
        CorrelationContexts.runIn(span.origin(), call)
            .whenComplete(
                (reply, failure) -> {
                  String outcome =
                      failure == null
                          ? reply.fold(done -> "OK", refusal -> refusal.code())
                          : "NoAnswer";
                  meters.kmsCall(operation, outcome, System.nanoTime() - start);
                  span.ended(outcome);
                }));
  }

  @Override
  public CompletionStage<Reply<String>> describeKey(Caller caller, String keyArn) {
    return met("DescribeKey", keyArn, Optional.empty(), () -> kms.describeKey(caller, keyArn));
  }

  @Override
  public CompletionStage<Reply<String>> awsOwnedKey(String region) {
    return met("DescribeKey", "aws-owned", Optional.empty(), () -> kms.awsOwnedKey(region));
  }

  @Override
  public CompletionStage<Reply<String>> createGrant(
      Caller caller, String keyArn, StreamArn stream, String grantName) {
    return met(
        "CreateGrant",
        keyArn,
        Optional.of(stream),
        () -> kms.createGrant(caller, keyArn, stream, grantName));
  }

  @Override
  public CompletionStage<Reply<DataKey>> generateDataKey(
      KeyType type, String keyArn, StreamArn stream) {
    return met(
        "GenerateDataKey",
        keyArn,
        Optional.of(stream),
        () -> kms.generateDataKey(type, keyArn, stream));
  }

  @Override
  public CompletionStage<Reply<Bytes>> decrypt(
      KeyType type, String keyArn, Bytes wrapped, StreamArn stream) {
    return met(
        "Decrypt", keyArn, Optional.of(stream), () -> kms.decrypt(type, keyArn, wrapped, stream));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> permits(
      Caller caller, List<KeyAction> actions, String keyArn, StreamArn stream) {
    return met(
        "CallerPermissions",
        keyArn,
        Optional.of(stream),
        () -> kms.permits(caller, actions, keyArn, stream));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> retireGrant(
      String keyArn, String grantId, StreamArn stream) {
    return met(
        "RetireGrant", keyArn, Optional.of(stream), () -> kms.retireGrant(keyArn, grantId, stream));
  }

  @Override
  public void close() {
    kms.close();
  }
}
