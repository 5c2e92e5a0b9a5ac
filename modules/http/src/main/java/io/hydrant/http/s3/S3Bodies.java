package io.hydrant.http.s3;

import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Response;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.pekko.Done;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/**
 * Passes the body of a request to its receiver, piece by piece. Pieces that arrive while one is
 * being written go together into the next one, up to a limit, so that memory is bounded.
 *
 * <p>What is refused is read to its end before the answer leaves: many clients read no answer
 * before they have sent everything, and would see a broken connection instead. Some that wait for
 * {@code 100 Continue}, Java's HttpURLConnection among them, lose the document of a refusal that
 * comes in its place. Beyond a limit nothing is read: the answer leaves, and the connection ends.
 */
final class S3Bodies {
  /** The largest body that is read although it is refused. */
  static final long DRAINED_MAX = 64L << 20;

  private static final long PIECE_BYTES = 1 << 18;

  private final Executor blocking;
  private final Materializer materializer;

  /**
   * @param blocking runs the receivers, which block
   */
  S3Bodies(Executor blocking, Materializer materializer) {
    this.blocking = blocking;
    this.materializer = materializer;
  }

  /** Returns the answer that the receiver gives at the end of the body. */
  CompletionStage<S3Response> receive(Source<ByteString, ?> body, BodySink sink) {
    Reception reception = new Reception(sink);
    return body.batchWeighted(PIECE_BYTES, bytes -> (long) bytes.size(), b -> b, ByteString::concat)
        .mapAsync(1, bytes -> CompletableFuture.supplyAsync(() -> reception.write(bytes), blocking))
        .runWith(Sink.ignore(), materializer)
        .thenApplyAsync(done -> reception.finish(), blocking)
        .whenCompleteAsync(
            (response, failure) -> {
              if (failure != null) {
                reception.abort();
              }
            },
            blocking);
  }

  /** Reads a body that means nothing any more; the stage ends when the answer can leave. */
  CompletionStage<Done> drain(HttpRequest http) {
    if (http.entity().getContentLengthOption().orElse(0) > DRAINED_MAX) {
      return CompletableFuture.completedFuture(Done.getInstance());
    }
    return http.entity()
        .getDataBytes()
        .limitWeighted(DRAINED_MAX, bytes -> (long) bytes.size())
        .runWith(Sink.ignore(), materializer)
        .exceptionally(beyondTheLimitOrCutOff -> Done.getInstance());
  }

  /**
   * One body on its way to its receiver. A body that breaks off is given up while its last piece
   * may still be written, so that each call waits for the one before.
   */
  private static final class Reception {
    private final BodySink sink;
    private Optional<RuntimeException> refusal = Optional.empty();
    private boolean aborted;
    private long drained;

    Reception(BodySink sink) {
      this.sink = sink;
    }

    synchronized Done write(ByteString bytes) {
      if (aborted && refusal.isEmpty()) {
        return Done.getInstance();
      }
      if (refusal.isPresent()) {
        drained += bytes.size();
        if (drained > DRAINED_MAX) {
          throw refusal.get();
        }
        return Done.getInstance();
      }
      try {
        for (ByteBuffer buffer : bytes.getByteBuffers()) {
          sink.write(buffer);
        }
      } catch (RuntimeException e) {
        refusal = Optional.of(e);
        abortAfter(e);
      }
      return Done.getInstance();
    }

    synchronized S3Response finish() {
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      return sink.finish();
    }

    /** The client gets to know the first failure. */
    private void abortAfter(RuntimeException first) {
      try {
        abort();
      } catch (RuntimeException second) {
        first.addSuppressed(second);
      }
    }

    synchronized void abort() {
      if (!aborted) {
        aborted = true;
        sink.abort();
      }
    }
  }
}
