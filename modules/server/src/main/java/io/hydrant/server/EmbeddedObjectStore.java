package io.hydrant.server;

import io.hydrant.delivery.DeliveryException;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.ObjectWrite;
import io.hydrant.s3.encryption.EncryptionHeaders;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.operation.S3Operations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Delivers to the embedded S3 without HTTP, with the authority of the destination's role.
 *
 * @param s3 returns the operations of the runtime that runs now
 */
record EmbeddedObjectStore(Supplier<S3Operations> s3) implements ObjectStore {
  @Override
  public void put(ObjectWrite object, byte[] body) {
    Optional<String> kmsKey = object.access().kmsKey();
    Headers headers =
        Headers.NONE
            .with("Content-Type", "application/octet-stream")
            .with("Content-Encoding", object.contentEncoding())
            .with(EncryptionHeaders.ALGORITHM, kmsKey.map(key -> "aws:kms"))
            .with(EncryptionHeaders.KEY, kmsKey);
    S3Request request =
        new S3Request(
            "PUT",
            new S3Request.Target(Optional.of(object.bucket()), Optional.of(object.key())),
            Query.NONE,
            headers,
            OptionalLong.of(body.length),
            new Payload.Plain(),
            Optional.of(object.access().caller()),
            UUID.randomUUID().toString());
    try {
      write(s3.get().open(request), body);
    } catch (S3Exception refused) {
      throw new DeliveryException(
          DeliveryException.ofS3(refused.error().code()),
          reason(object.bucket(), refused),
          refused);
    } catch (IOException | UncheckedIOException e) {
      throw new DeliveryException("The embedded S3 cannot write: " + e.getMessage(), e);
    }
  }

  private static void write(BodySink sink, byte[] body) {
    try {
      sink.write(ByteBuffer.wrap(body));
      sink.finish();
    } catch (RuntimeException e) {
      sink.abort();
      throw e;
    }
  }

  private static String reason(String bucket, S3Exception refused) {
    return refused.error().code().equals("NoSuchBucket")
        ? "There is no bucket " + bucket + "; create it and the records will be delivered."
        : "S3 refused the object: " + refused.error().code() + ", " + refused.error().message();
  }
}
