package io.hydrant.s3.operation;

import io.hydrant.s3.encryption.CustomerKeys;
import io.hydrant.s3.encryption.EncryptionChoice;
import io.hydrant.s3.encryption.EncryptionHeaders;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.message.Content;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import io.hydrant.s3.storage.OpenObject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** GetObject and HeadObject. */
final class ReadObject implements Operation {
  private static final int PARTIAL = 206;

  private final Services services;
  private final boolean withBody;

  /**
   * @param withBody whether the bytes are sent: GET
   */
  ReadObject(Services services, boolean withBody) {
    this.services = services;
    this.withBody = withBody;
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    return Bodies.none(() -> answer(request));
  }

  private S3Response answer(S3Request request) throws IOException {
    String bucket = services.bucket(request).name();
    String key = Services.key(request);
    ResponseOverrides.check(request);
    Optional<StoredObject> object = services.storage().objects().find(bucket, key);
    Optional<S3Response> deleted = DeleteMarkers.answer(request, object);
    if (deleted.isPresent()) {
      return deleted.get();
    }
    OpenObject open = open(request, bucket, key);
    try {
      return answer(request, open);
    } catch (IOException | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  private OpenObject open(S3Request request, String bucket, String key) throws IOException {
    try {
      return services
          .storage()
          .objects()
          .open(bucket, key, found -> Versions.chosen(request, key, found));
    } catch (NoSuchFileException removedByHand) {
      throw ObjectErrors.noSuchKey(key).exception();
    }
  }

  private S3Response answer(S3Request request, OpenObject open) throws IOException {
    ObjectVersion version = open.version();
    Headers headers =
        ObjectAnswerHeaders.of(request, version).with(EncryptionHeaders.of(version.encryption()));
    Optional<EncryptionChoice.Customer> customer =
        CustomerKeys.of(request.headers(), CustomerKeys.OBJECT);
    ObjectSealing.check(version.encryption(), customer);
    if (Preconditions.of(request.headers()).isNotModified(version)) {
      open.close();
      return S3Response.empty(
          304,
          Headers.NONE
              .with("ETag", ETags.quoted(version))
              .with("Last-Modified", HttpDates.of(version.lastModified())));
    }
    Optional<ByteRange> range = PartRanges.of(request, version);
    long length = range.map(ByteRange::length).orElse(version.size());
    Headers all =
        headers
            .with("Content-Range", range.map(part -> part.contentRange(version.size())))
            .with(PartRanges.partsCount(request, version));
    return new S3Response(
        range.isPresent() ? PARTIAL : 200, all, content(request, open, customer, range, length));
  }

  private Content content(
      S3Request request,
      OpenObject open,
      Optional<EncryptionChoice.Customer> customer,
      Optional<ByteRange> range,
      long length)
      throws IOException {
    ObjectVersion version = open.version();
    if (!withBody && !ObjectAnswerHeaders.checksumAsked(request)) {
      open.close();
      return new Content.LengthOnly(length);
    }
    // S3 asks for kms:Decrypt before it sends the bytes of an object or their checksum.
    ObjectSealing.Sealed sealed =
        services.sealing().open(version.encryption(), () -> Services.caller(request), customer);
    if (!withBody) {
      open.close();
      return new Content.LengthOnly(length);
    }
    BodySource source =
        open.read(
            sealed.cipher(version.contentId().orElseThrow()),
            range.map(ByteRange::first).orElse(0L),
            length);
    return new Content.Stream(length, source);
  }
}
