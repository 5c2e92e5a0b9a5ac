package io.hydrant.http.s3;

import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.form.FormRequest;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.operation.ErrorAnswers;
import io.hydrant.s3.operation.S3Operations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.Materializer;

/** Answers requests of S3 from the embedded one. */
public final class S3Handler implements Function<HttpRequest, CompletionStage<HttpResponse>> {
  private final S3Operations operations;
  private final S3Authenticator authenticator;
  private final Executor blocking;
  private final S3Bodies bodies;
  private final S3Answers answers;

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
  }

  @Override
  public CompletionStage<HttpResponse> apply(HttpRequest http) {
    String requestId = requestId();
    S3Request head = S3Requests.head(http, requestId);
    try {
      S3Targets.requireUtf8(S3Requests.target(http));
      Preflights.refuse(head);
      Optional<FormRequest> form = S3Forms.of(http, head);
      if (form.isPresent()) {
        return answer(http, head, () -> authenticator.form(form.get(), operations::open));
      }
      S3Request request = authenticator.authenticate(http, head);
      return answer(http, request, () -> operations.open(request));
    } catch (S3Exception refused) {
      return refused(http, head, refused).thenApply(response -> answers.of(response, requestId));
    }
  }

  /** Begins an operation. */
  private interface Opening {
    BodySink open() throws IOException;
  }

  private CompletionStage<HttpResponse> answer(
      HttpRequest http, S3Request request, Opening opening) {
    return CompletableFuture.supplyAsync(() -> open(opening), blocking)
        .handle(
            (sink, failure) ->
                failure == null
                    ? bodies
                        .receive(http.entity().getDataBytes(), sink)
                        .exceptionally(
                            late -> ErrorAnswers.of(S3Failures.error(request, late), request))
                    : refused(http, request, failure))
        .thenCompose(Function.identity())
        .thenApply(response -> answers.of(response, request.requestId()));
  }

  /** Answers a request of whose body nothing was read. */
  private CompletionStage<S3Response> refused(
      HttpRequest http, S3Request request, Throwable failure) {
    S3Response response = ErrorAnswers.of(S3Failures.error(request, failure), request);
    return bodies.drain(http).thenApply(done -> response);
  }

  private static BodySink open(Opening opening) {
    try {
      return opening.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String requestId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
  }
}
