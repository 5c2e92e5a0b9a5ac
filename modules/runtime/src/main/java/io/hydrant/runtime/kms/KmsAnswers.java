package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.kms.model.KmsException;

/** Turns the SDK's exceptions into KMS's errors, or into a {@link KmsUnavailableException}. */
record KmsAnswers(URI endpoint) {
  private static final Set<String> TRANSIENT =
      Set.of("DependencyTimeoutException", "KeyUnavailableException", "KMSInternalException");

  /** Returns the reply of a call; one of the two arguments is null, as in {@code handle}. */
  <R> Reply<R> reply(R answer, Throwable failure) {
    if (failure == null) {
      return Reply.success(answer);
    }
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return refusal(cause)
        .<Reply<R>>map(Reply::failure)
        .orElseThrow(
            () ->
                new KmsUnavailableException(
                    "KMS at " + endpoint + " did not answer: " + cause.getMessage(), cause));
  }

  private static Optional<ServiceError> refusal(Throwable cause) {
    return cause instanceof KmsException kms && !isTransient(kms)
        ? Optional.ofNullable(kms.awsErrorDetails())
            .filter(details -> details.errorCode() != null)
            .map(KmsAnswers::refusal)
        : Optional.empty();
  }

  private static ServiceError refusal(AwsErrorDetails details) {
    return new ServiceError(
        details.errorCode(), Optional.ofNullable(details.errorMessage()).orElse(""));
  }

  private static boolean isTransient(KmsException kms) {
    return kms.statusCode() >= 500
        || kms.isThrottlingException()
        || Optional.ofNullable(kms.awsErrorDetails())
            .map(AwsErrorDetails::errorCode)
            .filter(TRANSIENT::contains)
            .isPresent();
  }
}
