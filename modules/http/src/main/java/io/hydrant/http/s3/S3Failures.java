package io.hydrant.http.s3;

import io.hydrant.http.connection.SlowBodyException;
import io.hydrant.s3.error.ContentErrors;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.S3Request;
import java.util.concurrent.CompletionException;
import org.apache.pekko.http.scaladsl.model.EntityStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The errors that clients see of what failed. Only failures of the node are logged. */
final class S3Failures {
  private static final Logger LOG = LoggerFactory.getLogger(S3Failures.class);

  private S3Failures() {}

  static S3Error error(S3Request request, Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof S3Exception known) {
      return known.error();
    }
    if (isOfTheClient(cause)) {
      return ContentErrors.incompleteBody();
    }
    LOG.error("{} {} failed", request.method(), request.target().resource(), cause);
    return S3Errors.internalError();
  }

  /** Returns whether the client sent its body too slowly, in a wrong form or not to its end. */
  private static boolean isOfTheClient(Throwable cause) {
    return cause instanceof SlowBodyException || cause instanceof EntityStreamException;
  }
}
