package io.hydrant.runtime.stream;

import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.quota.CountEncryptionCall;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.core.quota.QuotaEvent;
import io.hydrant.core.stream.EncryptionCall;
import io.hydrant.core.stream.KeyChoice;
import io.hydrant.core.stream.Pace;
import io.hydrant.core.stream.StartDeliveryStreamEncryption;
import io.hydrant.core.stream.StopDeliveryStreamEncryption;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.entity.EntityRegion;
import io.hydrant.runtime.id.StreamId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Start and stop: the stream admits the call, the budget counts it, the key is looked at, and only
 * then the stream decides. The order is the order in which errors win.
 */
final class EncryptionCalls {
  private final EntityRegion<StreamState, StreamEvent> streams;
  private final EntityRegion<EncryptionCallBudget, QuotaEvent> budgets;
  private final KeyLookup keys;
  private final Pace pace;

  EncryptionCalls(
      EntityRegion<StreamState, StreamEvent> streams,
      EntityRegion<EncryptionCallBudget, QuotaEvent> budgets,
      KeyLookup keys,
      Pace pace) {
    this.streams = streams;
    this.budgets = budgets;
    this.keys = keys;
    this.pace = pace;
  }

  CompletionStage<Reply<Empty>> start(Caller caller, StreamArn arn, KeyChoice key) {
    return counted(caller, arn, new EncryptionCall.Start(key), EncryptionCallKind.START)
        .thenCompose(
            counted ->
                counted.fold(
                    stream -> start(caller, arn, key, stream.incarnation()),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  private CompletionStage<Reply<Empty>> start(
      Caller caller, StreamArn arn, KeyChoice key, int generation) {
    return keys.target(caller, arn, key)
        .thenCompose(
            target ->
                target.fold(
                    found ->
                        streams.ask(
                            StreamId.of(arn),
                            new StartDeliveryStreamEncryption(key, found, pace, generation),
                            Optional.of(caller)),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  CompletionStage<Reply<Empty>> stop(Caller caller, StreamArn arn) {
    return counted(caller, arn, new EncryptionCall.Stop(), EncryptionCallKind.STOP)
        .thenCompose(
            counted ->
                counted.fold(
                    stream ->
                        streams.ask(
                            StreamId.of(arn),
                            new StopDeliveryStreamEncryption(caller, pace, stream.incarnation()),
                            Optional.of(caller)),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  /** The stream that has admitted the call, once its budget has counted it. */
  private CompletionStage<Reply<EncryptionCall.Admitted>> counted(
      Caller caller, StreamArn arn, EncryptionCall call, EncryptionCallKind kind) {
    return streams
        .ask(StreamId.of(arn), call)
        .thenCompose(
            admitted ->
                admitted.fold(
                    stream ->
                        budgets
                            .ask(
                                StreamId.of(arn, stream.incarnation()),
                                new CountEncryptionCall(kind),
                                Optional.of(caller))
                            .thenApply(counted -> counted.map(done -> stream)),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }
}
