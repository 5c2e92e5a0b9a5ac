package io.hydrant.http.s3;

import io.hydrant.s3.error.ContentErrors;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.operation.ErrorAnswers;
import io.hydrant.s3.operation.S3Operations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.model.EntityStreamException;
import org.apache.pekko.stream.Materializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests of S3 from the embedded one. */
public final class S3Handler implements Function<HttpRequest, CompletionStage<HttpResponse>> {
  private static final Logger LOG = LoggerFactory.getLogger(S3Handler.class);

  private final S3Operations operations;
  private final S3Authenticator authenticator;
  private final Executor blocking;
  private final S3Bodies bodies;
  private final S3Answers answers;
  private final Materializer materializer;

  /**
   * @param blocking runs the operations, which block
   * @param dispatcher the name of the same executor, as a dispatcher of the actor system
   */
  public S3Handler(
      S3Operations operations,
      S3Authenticator authenticator,
      Executor blocking,
      String dispatcher,
      Materializer materializer) {
    this.operations = operations;
    this.authenticator = authenticator;
    this.blocking = blocking;
    this.bodies = new S3Bodies(blocking, materializer);
    this.answers = new S3Answers(dispatcher);
    this.materializer = materializer;
  }

  @Override
  public CompletionStage<HttpResponse> apply(HttpRequest http) {
    String requestId = requestId();
    S3Request head = S3Requests.unreadable(http, requestId);
    try {
      head = S3Requests.head(http, requestId);
      return answer(http, authenticator.authenticate(http, head));
    } catch (S3Exception refused) {
      http.discardEntityBytes(materializer);
      return CompletableFuture.completedFuture(
          answers.of(ErrorAnswers.of(refused.error(), head), requestId));
    }
  }

  private CompletionStage<HttpResponse> answer(HttpRequest http, S3Request request) {
    return CompletableFuture.supplyAsync(() -> open(request), blocking)
        .thenCompose(sink -> bodies.receive(http.entity().getDataBytes(), sink))
        .exceptionally(failure -> failed(http, request, failure))
        .thenApply(response -> answers.of(response, request.requestId()));
  }

  private BodySink open(S3Request request) {
    try {
      return operations.open(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private S3Response failed(HttpRequest http, S3Request request, Throwable failure) {
    http.discardEntityBytes(materializer);
    return ErrorAnswers.of(error(request, failure), request);
  }

  private static S3Error error(S3Request request, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof S3Exception known) {
      return known.error();
    }
    if (cause instanceof EntityStreamException) {
      // The client has broken off, or its body is not what HTTP calls one.
      return ContentErrors.incompleteBody();
    }
    LOG.error("{} {} failed", request.method(), request.target().resource(), cause);
    return S3Errors.internalError();
  }

  private static String requestId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
  }
}
