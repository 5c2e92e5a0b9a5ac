package io.hydrant.acceptance;

import java.io.ByteArrayOutputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a bucket. */
final class DeliveredObjects {
  private DeliveredObjects() {}

  /**
   * All contents in the order of the names; nothing where one is listed but not completely written.
   */
  static byte[] of(S3Client s3, String bucket, String prefix) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (S3Object object :
          s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents()) {
        all.writeBytes(
            s3.getObjectAsBytes(r -> r.bucket(bucket).key(object.key())).asByteArrayUnsafe());
      }
    } catch (NoSuchKeyException e) {
      return new byte[0];
    }
    return all.toByteArray();
  }
}
