package io.hydrant.s3.operation;

import io.hydrant.s3.error.BucketErrors;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.storage.MissingBucketException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures of the storage that a client can do something about, as errors of S3. */
final class StorageFailures {
  private static final Logger LOG = LoggerFactory.getLogger(StorageFailures.class);

  private StorageFailures() {}

  /** Returns a receiver that ends with errors of S3, where the one that it passes to fails. */
  static BodySink translating(BodySink sink) {
    return new BodySink() {
      @Override
      public void write(ByteBuffer bytes) {
        try {
          sink.write(bytes);
        } catch (UncheckedIOException e) {
          throw translated(e);
        }
      }

      @Override
      public S3Response finish() {
        try {
          return sink.finish();
        } catch (UncheckedIOException e) {
          throw translated(e);
        }
      }

      @Override
      public void abort() {
        sink.abort();
      }
    };
  }

  private static RuntimeException translated(UncheckedIOException failure) {
    return error(failure.getCause()).<RuntimeException>map(S3Error::exception).orElse(failure);
  }

  /** Returns the error of a failure; empty where it is one of the server. */
  static Optional<S3Error> error(IOException failure) {
    if (failure instanceof MissingBucketException missing) {
      return Optional.of(BucketErrors.noSuchBucket(missing.bucket()));
    }
    if (isFull(failure)) {
      LOG.error("The disk of the embedded S3 is full: {}", failure.getMessage());
      return Optional.of(S3Errors.serviceUnavailable());
    }
    return Optional.empty();
  }

  /** The JDK has no exception of its own for it, only the system's words. */
  private static boolean isFull(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return Stream.of("no space left", "not enough space", "quota exceeded")
        .anyMatch(message::contains);
  }
}
