package io.hydrant.runtime.buffer;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** The end of an attempt: a result, or a failure. */
record AttemptOutcome<T>(T done, Optional<Throwable> failure) {
  private static final int REASON_LENGTH_MAX = 1000;

  Optional<Throwable> cause() {
    return failure.map(
        each ->
            each instanceof CompletionException && each.getCause() != null
                ? each.getCause()
                : each);
  }

  /** Returns why the attempt failed, in a sentence. */
  Optional<String> reason() {
    return cause().map(AttemptOutcome::reason);
  }

  private static String reason(Throwable cause) {
    String reason =
        Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    return reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
  }

  <R> R fold(Function<T, R> success, Function<String, R> failed) {
    return reason().map(failed).orElseGet(() -> success.apply(done));
  }
}
