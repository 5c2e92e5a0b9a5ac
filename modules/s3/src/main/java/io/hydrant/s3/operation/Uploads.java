package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.configuration.Tags;
import io.hydrant.s3.content.ExpectedChecksum;
import io.hydrant.s3.encryption.EncryptionHeaders;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.error.UploadErrors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.multipart.Upload;
import io.hydrant.s3.object.StoredChecksum;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Uploads in parts: begun and aborted. */
final class Uploads {
  private static final int NO_CONTENT = 204;

  private final Services services;

  Uploads(Services services) {
    this.services = services;
  }

  /**
   * Returns the upload that a request names.
   *
   * @throws io.hydrant.s3.error.S3Exception NoSuchUpload
   */
  static Upload find(Services services, S3Request request, Bucket bucket, String key)
      throws IOException {
    String id = request.query().first("uploadId").orElse("");
    return services
        .storage()
        .uploads()
        .find(bucket.name(), key, id)
        .orElseThrow(() -> UploadErrors.noSuchUpload(id).exception());
  }

  BodySink begin(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    UnsupportedHeaders.check(request.headers());
    Headers headers = request.headers();
    Optional<ChecksumAlgorithm> checksum = ExpectedChecksum.chosen(headers);
    Optional<StoredChecksum.Type> type = type(headers, checksum);
    ObjectSealing.Sealed sealed =
        services
            .sealing()
            .begin(
                EncryptionHeaders.choice(headers, BucketEncryption.defaultOf(bucket)),
                () -> Services.caller(request),
                bucket.name(),
                key);
    Upload upload =
        new Upload(
            id(services.clock().instant()),
            key,
            services.clock().instant(),
            Services.caller(request).principalArn(),
            ObjectRequestHeaders.stored(headers),
            checksum,
            type,
            sealed.encryption(),
            Tags.ofHeader(headers),
            ObjectRequestHeaders.storageClass(headers));
    return Bodies.none(
        () -> {
          services.storage().uploads().create(bucket.name(), upload);
          return S3Response.xml(
              EncryptionHeaders.of(upload.encryption())
                  .with("x-amz-checksum-algorithm", checksum.map(ChecksumAlgorithm::name))
                  .with("x-amz-checksum-type", type.map(StoredChecksum.Type::name)),
              XmlWriter.document(
                  "InitiateMultipartUploadResult",
                  xml ->
                      xml.element("Bucket", bucket.name())
                          .element("Key", key)
                          .element("UploadId", upload.id())));
        });
  }

  /**
   * Returns how the checksum of the whole is computed.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidRequest
   */
  private static Optional<StoredChecksum.Type> type(
      Headers headers, Optional<ChecksumAlgorithm> checksum) {
    Optional<String> text = headers.first("x-amz-checksum-type");
    if (checksum.isEmpty()) {
      return Optional.empty();
    }
    ChecksumAlgorithm algorithm = checksum.get();
    if (text.isEmpty()) {
      return Optional.of(
          algorithm == ChecksumAlgorithm.CRC64NVME
              ? StoredChecksum.Type.FULL_OBJECT
              : StoredChecksum.Type.COMPOSITE);
    }
    boolean full = text.get().equals(StoredChecksum.Type.FULL_OBJECT.name());
    boolean composite = text.get().equals(StoredChecksum.Type.COMPOSITE.name());
    if ((!full && !composite)
        || (full && !algorithm.isCrc())
        || (composite && algorithm == ChecksumAlgorithm.CRC64NVME)) {
      throw S3Errors.invalidRequest(
              "The "
                  + text.get()
                  + " checksum type cannot be used with the "
                  + algorithm.name().toLowerCase(Locale.ROOT)
                  + " checksum algorithm.")
          .exception();
    }
    return Optional.of(full ? StoredChecksum.Type.FULL_OBJECT : StoredChecksum.Type.COMPOSITE);
  }

  /** Returns a new id. The ids of a key are in the order in which its uploads were begun. */
  private static String id(Instant begun) {
    return HexFormat.of().toHexDigits(begun.toEpochMilli()) + Services.uniqueId();
  }

  BodySink abort(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    Upload upload = find(services, request, bucket, Services.key(request));
    return Bodies.none(
        () -> {
          services.storage().uploads().delete(bucket.name(), upload.id());
          return S3Response.empty(NO_CONTENT, Headers.NONE);
        });
  }
}
