package io.hydrant.http.s3;

import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Response;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.pekko.Done;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/**
 * Passes the body of a request to its receiver, piece by piece. Pieces that arrive while one is
 * being written go together into the next one, up to a limit, so that memory is bounded.
 */
final class S3Bodies {
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
    return body.batchWeighted(PIECE_BYTES, bytes -> (long) bytes.size(), b -> b, ByteString::concat)
        .mapAsync(1, bytes -> CompletableFuture.supplyAsync(() -> write(sink, bytes), blocking))
        .runWith(Sink.ignore(), materializer)
        .thenApplyAsync(done -> sink.finish(), blocking)
        .whenCompleteAsync(
            (response, failure) -> {
              if (failure != null) {
                sink.abort();
              }
            },
            blocking);
  }

  private static Done write(BodySink sink, ByteString bytes) {
    for (ByteBuffer buffer : bytes.getByteBuffers()) {
      sink.write(buffer);
    }
    return Done.getInstance();
  }
}
