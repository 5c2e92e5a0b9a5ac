package io.hydrant.api.call;

import io.hydrant.core.entity.Reply;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Surrounds every call of an operation that there is. */
public interface CallInterceptor {
  /** Has the call answered, and watches. The answer is handed on as it is. */
  <O> CompletionStage<Reply<O>> watched(
      CallContext call, Supplier<CompletionStage<Reply<O>>> answer);

  /** A watch that does nothing. */
  static CallInterceptor none() {
    return new CallInterceptor() {
      @Override
      public <O> CompletionStage<Reply<O>> watched(
          CallContext call, Supplier<CompletionStage<Reply<O>>> answer) {
        return answer.get();
      }
    };
  }
}
