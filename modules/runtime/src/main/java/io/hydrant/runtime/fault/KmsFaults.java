package io.hydrant.runtime.fault;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.runtime.kms.KmsInterceptor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Applies faults to Firehose's own calls to KMS; the check of a caller's permissions has none. */
public record KmsFaults(FaultInjector faults) implements KmsInterceptor {
  @Override
  public <O> CompletionStage<Reply<O>> intercept(
      Call call, Supplier<CompletionStage<Reply<O>>> next) {
    if (call.operation().equals(CALLER_PERMISSIONS)) {
      return next.get();
    }
    return faults
        .meet(
            new CallDescription(
                Fault.Service.KMS, call.operation(), Fault.By.FIREHOSE, call.resources(), false))
        .thenCompose(
            error ->
                error
                    .<CompletionStage<Reply<O>>>map(
                        refusal -> CompletableFuture.completedFuture(Reply.failure(refusal)))
                    .orElseGet(next));
  }
}
