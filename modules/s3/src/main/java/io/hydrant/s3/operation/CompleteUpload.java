package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.checksum.Digest;
import io.hydrant.s3.encryption.CustomerKeys;
import io.hydrant.s3.encryption.EncryptionHeaders;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.ContentErrors;
import io.hydrant.s3.error.UploadErrors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.multipart.Upload;
import io.hydrant.s3.multipart.UploadedPart;
import io.hydrant.s3.object.ObjectPart;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredChecksum;
import io.hydrant.s3.object.Versioning;
import io.hydrant.s3.storage.ContentWriter;
import io.hydrant.s3.storage.ObjectFiles;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes an object of the parts of an upload. */
final class CompleteUpload implements Operation {
  private final Services services;

  CompleteUpload(Services services) {
    this.services = services;
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    Upload upload = Uploads.find(services, request, bucket, key);
    ObjectSealing.Sealed sealed =
        services
            .sealing()
            .open(
                upload.encryption(),
                () -> Services.caller(request),
                CustomerKeys.of(request.headers(), CustomerKeys.OBJECT));
    return Bodies.partList(
        request,
        document ->
            services
                .storage()
                .uploads()
                .complete(
                    bucket.name(),
                    upload.id(),
                    () -> complete(request, bucket, upload, sealed, document))
                .orElseThrow(() -> UploadErrors.noSuchUpload(upload.id()).exception()));
  }

  private S3Response complete(
      S3Request request, Bucket bucket, Upload upload, ObjectSealing.Sealed sealed, byte[] document)
      throws IOException {
    List<UploadedPart> parts =
        CompletedParts.read(
            document, upload, services.storage().uploads().parts(bucket.name(), upload.id()));
    CompletedParts.checkSize(request.headers(), parts);
    String contentId = ObjectFiles.newContentId();
    boolean stored = false;
    try {
      StoredChecksum checksum = join(bucket, upload, sealed, parts, contentId);
      verify(request.headers(), checksum);
      Versioning versioning = BucketVersioning.of(bucket);
      ObjectVersion version = version(upload, parts, checksum, contentId, versioning);
      Preconditions preconditions = Preconditions.of(request.headers());
      services
          .storage()
          .objects()
          .change(
              bucket.name(),
              upload.key(),
              before -> {
                preconditions.checkWrite(upload.key(), before.flatMap(o -> o.current()));
                return versioning.write(before, version);
              });
      stored = true;
      return answer(bucket, upload, version, versioning);
    } finally {
      if (!stored) {
        services.storage().objects().drop(bucket.name(), upload.key(), contentId);
      }
    }
  }

  /** Writes the bytes of all parts to one file, and returns the checksum of the whole. */
  private StoredChecksum join(
      Bucket bucket,
      Upload upload,
      ObjectSealing.Sealed sealed,
      List<UploadedPart> parts,
      String contentId)
      throws IOException {
    ChecksumAlgorithm algorithm = upload.checksum().orElse(ChecksumAlgorithm.CRC64NVME);
    StoredChecksum.Type type = upload.checksumType().orElse(StoredChecksum.Type.FULL_OBJECT);
    Digest digest = algorithm.start();
    try (ContentWriter writer =
        services
            .storage()
            .objects()
            .begin(bucket.name(), upload.key(), contentId, sealed.cipher(contentId))) {
      for (UploadedPart part : parts) {
        try (BodySource source =
            services
                .storage()
                .uploads()
                .open(bucket.name(), upload.id(), part, sealed.cipher(part.contentId()))) {
          for (byte[] piece = source.read(); piece.length > 0; piece = source.read()) {
            if (type == StoredChecksum.Type.FULL_OBJECT) {
              digest.update(ByteBuffer.wrap(piece));
            }
            writer.write(ByteBuffer.wrap(piece));
          }
        }
      }
      writer.finish();
    }
    return type == StoredChecksum.Type.FULL_OBJECT
        ? new StoredChecksum(algorithm, base64(digest.value()), type)
        : composite(algorithm, digest, parts);
  }

  private static StoredChecksum composite(
      ChecksumAlgorithm algorithm, Digest digest, List<UploadedPart> parts) {
    for (UploadedPart part : parts) {
      String value = part.checksum().orElseThrow().value();
      digest.update(ByteBuffer.wrap(Base64.getDecoder().decode(value)));
    }
    return new StoredChecksum(
        algorithm, base64(digest.value()) + "-" + parts.size(), StoredChecksum.Type.COMPOSITE);
  }

  /** The client may send the checksum of the whole, too. */
  private static void verify(Headers headers, StoredChecksum checksum) {
    Optional<String> given = headers.first(checksum.algorithm().header());
    String expected = given.map(value -> value.replaceFirst("-[0-9]+$", "")).orElse("");
    if (given.isPresent() && !expected.equals(checksum.value().replaceFirst("-[0-9]+$", ""))) {
      throw ContentErrors.badDigest(checksum.algorithm().name()).exception();
    }
  }

  private ObjectVersion version(
      Upload upload,
      List<UploadedPart> parts,
      StoredChecksum checksum,
      String contentId,
      Versioning versioning) {
    return new ObjectVersion(
        Optional.of(contentId),
        versioning.newVersionId(Services.uniqueId()),
        services.clock().instant(),
        parts.stream().mapToLong(UploadedPart::size).sum(),
        CompletedParts.eTag(parts, upload.encryption()),
        upload.headers(),
        Optional.of(checksum),
        upload.encryption(),
        parts.stream()
            .map(part -> new ObjectPart(part.number(), part.size(), part.checksum()))
            .toList(),
        upload.tags(),
        upload.storageClass());
  }

  private static S3Response answer(
      Bucket bucket, Upload upload, ObjectVersion version, Versioning versioning) {
    Headers headers = EncryptionHeaders.of(version.encryption());
    return S3Response.xml(
        versioning == Versioning.OFF
            ? headers
            : headers.with("x-amz-version-id", version.versionId()),
        XmlWriter.document(
            "CompleteMultipartUploadResult",
            xml -> {
              xml.element("Location", "/" + bucket.name() + "/" + upload.key())
                  .element("Bucket", bucket.name())
                  .element("Key", upload.key())
                  .element("ETag", ETags.quoted(version));
              Checksums.write(xml, version.checksum());
              version
                  .checksum()
                  .ifPresent(checksum -> xml.element("ChecksumType", checksum.type().name()));
            }));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
