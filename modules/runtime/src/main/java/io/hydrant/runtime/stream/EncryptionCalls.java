package io.hydrant.runtime.stream;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.quota.CountEncryptionCall;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.core.stream.CheckEncryptionCall;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.StartDeliveryStreamEncryption;
import io.hydrant.core.stream.StopDeliveryStreamEncryption;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.TransitionDelays;
import io.hydrant.runtime.entity.Entities;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Performs StartDeliveryStreamEncryption and StopDeliveryStreamEncryption: the stream admits the
 * call, the budget counts it, the key is resolved, and then the stream decides. The order of the
 * steps is the order of the errors.
 */
final class EncryptionCalls {
  private final Entities<StreamState, StreamEvent> streams;
  private final Entities<EncryptionCallBudget, EncryptionCallEvent> budgets;
  private final KeyResolution keys;
  private final TransitionDelays pace;

  EncryptionCalls(
      Entities<StreamState, StreamEvent> streams,
      Entities<EncryptionCallBudget, EncryptionCallEvent> budgets,
      KeyResolution keys,
      TransitionDelays pace) {
    this.streams = streams;
    this.budgets = budgets;
    this.keys = keys;
    this.pace = pace;
  }

  CompletionStage<Reply<NoOutput>> start(
      Caller caller, StreamArn arn, EncryptionConfigurationInput key) {
    return Replies.then(
        counted(caller, arn, new CheckEncryptionCall.Start(key), EncryptionCallKind.START),
        stream ->
            Replies.then(
                keys.target(caller, arn, key),
                found ->
                    streams.ask(
                        StreamId.of(arn),
                        new StartDeliveryStreamEncryption(key, found, pace, stream.generation()),
                        Optional.of(caller))));
  }

  CompletionStage<Reply<NoOutput>> stop(Caller caller, StreamArn arn) {
    return Replies.then(
        counted(caller, arn, new CheckEncryptionCall.Stop(), EncryptionCallKind.STOP),
        stream ->
            streams.ask(
                StreamId.of(arn),
                new StopDeliveryStreamEncryption(pace, stream.generation()),
                Optional.of(caller)));
  }

  /** Returns the stream that has admitted the call, once the budget has counted the call. */
  private CompletionStage<Reply<CheckEncryptionCall.Admitted>> counted(
      Caller caller, StreamArn arn, CheckEncryptionCall call, EncryptionCallKind kind) {
    return Replies.then(
        streams.ask(StreamId.of(arn), call),
        stream ->
            Replies.map(
                budgets.ask(
                    StreamId.of(arn, stream.generation()),
                    new CountEncryptionCall(kind),
                    Optional.of(caller)),
                done -> stream));
  }
}
