package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.configuration.Tags;
import io.hydrant.s3.content.ContentReceiver;
import io.hydrant.s3.content.ExpectedChecksum;
import io.hydrant.s3.content.ReceivedContent;
import io.hydrant.s3.encryption.EncryptionHeaders;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.object.ObjectHeaders;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.Versioning;
import io.hydrant.s3.storage.ContentWriter;
import io.hydrant.s3.storage.ObjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores an object. It is visible when the whole body has arrived and is on disk. */
final class PutObject implements Operation {
  private final Services services;

  PutObject(Services services) {
    this.services = services;
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    UnsupportedHeaders.check(request.headers());
    Map<String, String> tags = Tags.ofHeader(request.headers());
    String storageClass = ObjectRequestHeaders.storageClass(request.headers());
    Preconditions preconditions = Preconditions.of(request.headers());
    preconditions.checkWrite(
        key, services.storage().objects().find(bucket.name(), key).flatMap(o -> o.current()));
    ObjectSealing.Sealed sealed =
        services
            .sealing()
            .begin(
                EncryptionHeaders.choice(request.headers(), BucketEncryption.defaultOf(bucket)),
                () -> Services.caller(request),
                bucket.name(),
                key);
    return new Upload(
        request,
        bucket,
        key,
        new Draft(
            ObjectRequestHeaders.stored(request.headers()), tags, storageClass, preconditions),
        sealed);
  }

  /** What the head of the request says about the object. */
  private record Draft(
      ObjectHeaders headers,
      Map<String, String> tags,
      String storageClass,
      Preconditions preconditions) {}

  private final class Upload implements BodySink {
    private final Bucket bucket;
    private final String key;
    private final Draft draft;
    private final ObjectSealing.Sealed sealed;
    private final String contentId = ObjectFiles.newContentId();
    private final ContentWriter writer;
    private final ContentReceiver receiver;

    Upload(S3Request request, Bucket bucket, String key, Draft draft, ObjectSealing.Sealed sealed)
        throws IOException {
      this.bucket = bucket;
      this.key = key;
      this.draft = draft;
      this.sealed = sealed;
      this.writer =
          services
              .storage()
              .objects()
              .begin(bucket.name(), key, contentId, sealed.cipher(contentId));
      try {
        this.receiver =
            new ContentReceiver(request, ExpectedChecksum.of(request.headers()), writer);
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
        Versioning versioning = BucketVersioning.of(services.bucket(bucket.name()));
        ObjectVersion version = version(content, versioning);
        services
            .storage()
            .objects()
            .change(
                bucket.name(),
                key,
                before -> {
                  draft.preconditions().checkWrite(key, before.flatMap(o -> o.current()));
                  return versioning.write(before, version);
                });
        return S3Response.empty(200, headers(version, versioning));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private ObjectVersion version(ReceivedContent content, Versioning versioning) {
      return new ObjectVersion(
          Optional.of(contentId),
          versioning.newVersionId(Services.uniqueId()),
          services.clock().instant(),
          content.size(),
          ETags.of(content, sealed.encryption()),
          draft.headers(),
          Optional.of(content.checksum()),
          sealed.encryption(),
          List.of(),
          draft.tags(),
          draft.storageClass());
    }

    @Override
    public void abort() {
      try {
        writer.close();
        services.storage().objects().drop(bucket.name(), key, contentId);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns the headers of the answer to a write. */
  static Headers headers(ObjectVersion version, Versioning versioning) {
    Headers headers =
        Headers.NONE
            .with("ETag", ETags.quoted(version))
            .with(EncryptionHeaders.of(version.encryption()))
            .with(Checksums.headers(version.checksum()));
    return versioning == Versioning.OFF
        ? headers
        : headers.with("x-amz-version-id", version.versionId());
  }
}
