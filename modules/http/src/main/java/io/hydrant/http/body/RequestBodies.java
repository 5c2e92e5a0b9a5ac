package io.hydrant.http.body;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.util.ByteString;

/** Reads the bodies of API calls, up to a limit that is kept while they arrive. */
public final class RequestBodies {
  private final long bytesMax;
  private final Materializer materializer;

  public RequestBodies(long bytesMax, Materializer materializer) {
    this.bytesMax = bytesMax;
    this.materializer = materializer;
  }

  public CompletionStage<Reply<byte[]>> read(HttpRequest request) {
    if (request.entity() instanceof HttpEntity.Strict strict) {
      return CompletableFuture.completedFuture(
          strict.getData().size() > bytesMax
              ? Reply.failure(tooLarge(bytesMax))
              : Reply.success(strict.getData().toArrayUnsafe()));
    }
    if (request.entity().getContentLengthOption().orElse(0) > bytesMax) {
      return drained(request);
    }
    // What is beyond the limit is read but not kept, so that the client gets to read the answer.
    Collected collected = new Collected(bytesMax);
    return request
        .entity()
        .getDataBytes()
        .runWith(Sink.foreach(collected::add), materializer)
        .handle(
            (done, failure) -> {
              if (failure != null) {
                return Reply.failure(
                    new ServiceError("SerializationException", "The request body is cut off."));
              }
              return collected.isTooLarge()
                  ? Reply.<byte[]>failure(tooLarge(bytesMax))
                  : Reply.success(collected.toByteArray());
            });
  }

  private CompletionStage<Reply<byte[]>> drained(HttpRequest request) {
    return request
        .entity()
        .getDataBytes()
        .runWith(Sink.ignore(), materializer)
        .handle((done, failure) -> Reply.failure(tooLarge(bytesMax)));
  }

  /** Returns the body of an API call, decompressed; the decompressed body has the same limit. */
  public Reply<byte[]> decoded(HttpRequest request, byte[] body) {
    return body.length > 0 && GzipBody.isZipped(request)
        ? GzipBody.unzip(body, bytesMax)
        : Reply.success(body);
  }

  static ServiceError tooLarge(long bytesMax) {
    return new ServiceError(
        "RequestEntityTooLargeException",
        "The request body is larger than " + bytesMax + " bytes.");
  }

  /** Collects a body. Its parts are copied, since a client may send parts of a single byte. */
  private static final class Collected {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final long bytesMax;
    private long size;

    Collected(long bytesMax) {
      this.bytesMax = bytesMax;
    }

    void add(ByteString bytes) {
      size += bytes.size();
      if (isTooLarge()) {
        data.reset();
      } else {
        data.writeBytes(bytes.toArrayUnsafe());
      }
    }

    boolean isTooLarge() {
      return size > bytesMax;
    }

    byte[] toByteArray() {
      return data.toByteArray();
    }
  }
}
