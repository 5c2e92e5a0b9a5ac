package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.content.ContentCopy;
import io.hydrant.s3.content.ReceivedContent;
import io.hydrant.s3.encryption.CustomerKeys;
import io.hydrant.s3.encryption.EncryptionHeaders;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.error.UploadErrors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.multipart.Upload;
import io.hydrant.s3.multipart.UploadedPart;
import io.hydrant.s3.storage.ContentWriter;
import io.hydrant.s3.storage.ObjectFiles;
import io.hydrant.s3.storage.OpenObject;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.util.Optional;

/** Makes a part of an upload from an object, or from a range of one. */
final class CopyPart implements Operation {
  private static final String RANGE = "x-amz-copy-source-range";

  private final Services services;

  CopyPart(Services services) {
    this.services = services;
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    int number = PartRanges.number(request.query().first("partNumber").orElse(""));
    Upload upload = Uploads.find(services, request, bucket, Services.key(request));
    CopySource source = CopySource.of(request);
    return Bodies.none(
        () -> {
          try (OpenObject open = source.open(services, request)) {
            return copy(request, bucket, upload, number, open);
          }
        });
  }

  private S3Response copy(
      S3Request request, Bucket bucket, Upload upload, int number, OpenObject open)
      throws IOException {
    ObjectSealing.Sealed sealed =
        services
            .sealing()
            .open(
                upload.encryption(),
                () -> Services.caller(request),
                CustomerKeys.of(request.headers(), CustomerKeys.OBJECT));
    String contentId = ObjectFiles.newContentId();
    UploadedPart part;
    boolean stored = false;
    try {
      ReceivedContent content = write(request, bucket, upload, open, sealed, contentId);
      part =
          new UploadedPart(
              number,
              contentId,
              services.clock().instant(),
              content.size(),
              ETags.of(content, sealed.encryption()),
              Optional.of(content.checksum()));
      stored = services.storage().uploads().add(bucket.name(), upload.id(), part);
    } finally {
      if (!stored) {
        services.storage().uploads().drop(bucket.name(), upload.id(), contentId);
      }
    }
    if (!stored) {
      throw UploadErrors.noSuchUpload(upload.id()).exception();
    }
    return S3Response.xml(
        EncryptionHeaders.of(sealed.encryption()),
        XmlWriter.document(
            "CopyPartResult",
            xml -> {
              xml.element("ETag", ETags.quoted(part.eTag()))
                  .element("LastModified", HttpDates.inDocument(part.uploaded()));
              Checksums.write(xml, part.checksum());
            }));
  }

  private ReceivedContent write(
      S3Request request,
      Bucket bucket,
      Upload upload,
      OpenObject open,
      ObjectSealing.Sealed sealed,
      String contentId)
      throws IOException {
    ByteRange range = range(request, open.version().size());
    ChecksumAlgorithm algorithm = upload.checksum().orElse(ChecksumAlgorithm.CRC64NVME);
    try (ContentWriter writer =
            services
                .storage()
                .uploads()
                .begin(bucket.name(), upload.id(), contentId, sealed.cipher(contentId));
        BodySource source =
            CopySource.read(services, request, open, range.first(), range.length())) {
      return ContentCopy.copy(source, writer, algorithm);
    }
  }

  private static ByteRange range(S3Request request, long size) {
    Optional<String> header = request.headers().first(RANGE);
    if (header.isEmpty()) {
      return new ByteRange(0, size);
    }
    if (!header.get().matches("bytes=[0-9]{1,18}-[0-9]{1,18}")) {
      throw S3Errors.invalidArgument(
              "The x-amz-copy-source-range value must be of the form bytes=first-last where first"
                  + " and last are the zero-based offsets of the first and last bytes to copy",
              RANGE,
              header.get())
          .exception();
    }
    return ByteRange.of(header.get(), size)
        .filter(range -> header.get().endsWith("-" + (range.first() + range.length() - 1)))
        .orElseThrow(
            () ->
                S3Errors.invalidArgument(
                        "Range specified is not valid for source object of size: " + size,
                        RANGE,
                        header.get())
                    .exception());
  }
}
