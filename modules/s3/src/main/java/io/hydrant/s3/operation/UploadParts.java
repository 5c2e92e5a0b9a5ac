package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.content.ContentReceiver;
import io.hydrant.s3.content.ExpectedChecksum;
import io.hydrant.s3.content.ReceivedContent;
import io.hydrant.s3.encryption.CustomerKeys;
import io.hydrant.s3.encryption.EncryptionHeaders;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.ContentErrors;
import io.hydrant.s3.error.UploadErrors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.multipart.Upload;
import io.hydrant.s3.multipart.UploadedPart;
import io.hydrant.s3.storage.ContentWriter;
import io.hydrant.s3.storage.ObjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Receives a part of an upload. A part replaces an earlier one with its number. */
final class UploadParts implements Operation {
  private final Services services;

  UploadParts(Services services) {
    this.services = services;
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    int number = PartRanges.number(request.query().first("partNumber").orElse(""));
    Upload upload = Uploads.find(services, request, bucket, key);
    ExpectedChecksum expected = expected(request.headers(), upload);
    ObjectSealing.Sealed sealed =
        services
            .sealing()
            .open(
                upload.encryption(),
                () -> Services.caller(request),
                CustomerKeys.of(request.headers(), CustomerKeys.OBJECT));
    return new Part(request, bucket, upload, number, expected, sealed);
  }

  /**
   * A part has the checksum that the upload was begun with.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidRequest where the part has another one
   */
  private static ExpectedChecksum expected(Headers headers, Upload upload) {
    Optional<ChecksumAlgorithm> chosen = ExpectedChecksum.chosen(headers);
    if (upload.checksum().isPresent() && chosen.isPresent() && !chosen.equals(upload.checksum())) {
      throw ContentErrors.checksumTypeMismatch(upload.checksum().get().name(), chosen.get().name())
          .exception();
    }
    return chosen.isPresent()
        ? ExpectedChecksum.of(headers)
        : new ExpectedChecksum(
            upload.checksum().orElse(ChecksumAlgorithm.CRC64NVME), Optional.empty(), false);
  }

  private final class Part implements BodySink {
    private final Bucket bucket;
    private final Upload upload;
    private final int number;
    private final ObjectSealing.Sealed sealed;
    private final String contentId = ObjectFiles.newContentId();
    private final ContentWriter writer;
    private final ContentReceiver receiver;

    Part(
        S3Request request,
        Bucket bucket,
        Upload upload,
        int number,
        ExpectedChecksum expected,
        ObjectSealing.Sealed sealed)
        throws IOException {
      this.bucket = bucket;
      this.upload = upload;
      this.number = number;
      this.sealed = sealed;
      this.writer =
          services
              .storage()
              .uploads()
              .begin(bucket.name(), upload.id(), contentId, sealed.cipher(contentId));
      try {
        this.receiver = new ContentReceiver(request, expected, writer);
      } catch (RuntimeException e) {
        abort();
        throw e;
      }
    }

    @Override
    public void write(ByteBuffer bytes) {
      receiver.write(bytes);
    }

    @Override
    public S3Response finish() {
      try {
        ReceivedContent content = receiver.finish();
        UploadedPart part =
            new UploadedPart(
                number,
                contentId,
                services.clock().instant(),
                content.size(),
                ETags.of(content, sealed.encryption()),
                Optional.of(content.checksum()));
        if (!services.storage().uploads().add(bucket.name(), upload.id(), part)) {
          throw UploadErrors.noSuchUpload(upload.id()).exception();
        }
        return S3Response.empty(
            200,
            Headers.NONE
                .with("ETag", ETags.quoted(part.eTag()))
                .with(EncryptionHeaders.of(sealed.encryption()))
                .with(content.checksum().algorithm().header(), content.checksum().value()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void abort() {
      try {
        writer.close();
        services.storage().uploads().drop(bucket.name(), upload.id(), contentId);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
