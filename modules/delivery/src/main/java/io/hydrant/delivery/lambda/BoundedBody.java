package io.hydrant.delivery.lambda;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads an answer's body up to a limit; a longer one is cut behind the limit and not read on. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final int bytesMax;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * @param bytesMax a longer body is cut after one byte more
   * @param timeLimit of the whole body, in real time
   */
  BoundedBody(int bytesMax, Duration timeLimit) {
    this.bytesMax = bytesMax;
    whole.orTimeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns whether a call failed because its answer was not whole in time. */
  static boolean isTooLate(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    CompletableFuture<byte[]> unused = whole.whenComplete((body, failure) -> given.cancel());
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] next = new byte[Math.min(buffer.remaining(), bytesMax + 1 - bytes.size())];
      buffer.get(next);
      bytes.writeBytes(next);
    }
    if (bytes.size() > bytesMax) {
      whole.complete(bytes.toByteArray());
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(bytes.toByteArray());
  }
}
