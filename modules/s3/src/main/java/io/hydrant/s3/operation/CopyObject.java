package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.checksum.ChecksumAlgorithm;
import io.hydrant.s3.configuration.Tags;
import io.hydrant.s3.content.ContentCopy;
import io.hydrant.s3.content.ContentReceiver;
import io.hydrant.s3.content.ExpectedChecksum;
import io.hydrant.s3.content.ReceivedContent;
import io.hydrant.s3.encryption.EncryptionChoice;
import io.hydrant.s3.encryption.EncryptionHeaders;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredChecksum;
import io.hydrant.s3.object.Versioning;
import io.hydrant.s3.storage.ContentWriter;
import io.hydrant.s3.storage.ObjectFiles;
import io.hydrant.s3.storage.OpenObject;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies an object, decrypted with the source's key and encrypted with the target's. */
final class CopyObject implements Operation {
  private static final String METADATA = "x-amz-metadata-directive";
  private static final String TAGGING = "x-amz-tagging-directive";

  private final Services services;

  CopyObject(Services services) {
    this.services = services;
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    UnsupportedHeaders.check(request.headers());
    CopySource source = CopySource.of(request);
    boolean replaced = isReplaced(request.headers(), METADATA);
    boolean retagged = isReplaced(request.headers(), TAGGING);
    EncryptionChoice choice =
        EncryptionHeaders.choice(request.headers(), BucketEncryption.defaultOf(bucket));
    checkChange(request, source, bucket.name(), key, replaced);
    return Bodies.none(
        () -> {
          try (OpenObject open = source.open(services, request)) {
            if (!retagged && !open.version().tags().isEmpty()) {
              requireTagging(request, source);
            }
            return copy(request, bucket, key, open, choice, replaced, retagged);
          }
        });
  }

  /** Tags that are copied need the same permissions as tags that are read and set. */
  private void requireTagging(S3Request request, CopySource source) {
    String version = source.versionId().isPresent() ? "Version" : "";
    services.authorizer().require(request, "GetObject" + version + "Tagging", source.target());
    services.authorizer().require(request, "PutObjectTagging", Authorizer.Target.of(request));
  }

  private static boolean isReplaced(Headers headers, String name) {
    String directive = headers.first(name).orElse("COPY");
    if (!directive.equals("COPY") && !directive.equals("REPLACE")) {
      throw S3Errors.invalidArgument(
              "Unknown " + directiveKind(name) + " directive.", name, directive)
          .exception();
    }
    return directive.equals("REPLACE");
  }

  private static String directiveKind(String header) {
    return header.equals(METADATA) ? "metadata" : "tagging";
  }

  /** A copy of an object onto itself must change something. */
  private static void checkChange(
      S3Request request, CopySource source, String bucket, String key, boolean replaced) {
    boolean same =
        source.bucket().equals(bucket) && source.key().equals(key) && source.versionId().isEmpty();
    if (same
        && !replaced
        && !request.headers().has(EncryptionHeaders.ALGORITHM)
        && !request.headers().has("x-amz-storage-class")
        && request.headers().startingWith("x-amz-server-side-encryption-customer").isEmpty()) {
      throw S3Errors.invalidRequest(
              "This copy request is illegal because it is trying to copy an object to itself without"
                  + " changing the object's metadata, storage class, website redirect location or"
                  + " encryption attributes.")
          .exception();
    }
  }

  private S3Response copy(
      S3Request request,
      Bucket bucket,
      String key,
      OpenObject open,
      EncryptionChoice choice,
      boolean replaced,
      boolean retagged)
      throws IOException {
    ObjectVersion source = open.version();
    if (source.size() > ContentReceiver.BYTES_MAX) {
      throw S3Errors.invalidRequest(
              "The specified copy source is larger than the maximum allowable size for a copy"
                  + " source: "
                  + ContentReceiver.BYTES_MAX)
          .exception();
    }
    ObjectSealing.Sealed sealed =
        services.sealing().begin(choice, () -> Services.caller(request), bucket.name(), key);
    String contentId = ObjectFiles.newContentId();
    boolean stored = false;
    try {
      ReceivedContent content = write(request, bucket, key, open, sealed, contentId);
      Versioning versioning = BucketVersioning.of(services.bucket(bucket.name()));
      Map<String, String> tags = retagged ? Tags.ofHeader(request.headers()) : source.tags();
      ObjectVersion version =
          new ObjectVersion(
              Optional.of(contentId),
              versioning.newVersionId(Services.uniqueId()),
              services.clock().instant(),
              content.size(),
              ETags.of(content, sealed.encryption()),
              replaced ? ObjectRequestHeaders.stored(request.headers()) : source.headers(),
              Optional.of(content.checksum()),
              sealed.encryption(),
              List.of(),
              tags,
              ObjectRequestHeaders.storageClass(request.headers()));
      Preconditions preconditions = Preconditions.of(request.headers());
      services
          .storage()
          .objects()
          .change(
              bucket.name(),
              key,
              before -> {
                preconditions.checkWrite(key, before.flatMap(o -> o.current()));
                return versioning.write(before, version);
              });
      stored = true;
      return answer(request, source, version, versioning);
    } finally {
      if (!stored) {
        services.storage().objects().drop(bucket.name(), key, contentId);
      }
    }
  }

  private ReceivedContent write(
      S3Request request,
      Bucket bucket,
      String key,
      OpenObject open,
      ObjectSealing.Sealed sealed,
      String contentId)
      throws IOException {
    ChecksumAlgorithm algorithm =
        ExpectedChecksum.chosen(request.headers())
            .or(() -> open.version().checksum().map(StoredChecksum::algorithm))
            .orElse(ChecksumAlgorithm.CRC64NVME);
    try (ContentWriter writer =
            services
                .storage()
                .objects()
                .begin(bucket.name(), key, contentId, sealed.cipher(contentId));
        BodySource source = CopySource.read(services, request, open, 0, open.version().size())) {
      return ContentCopy.copy(source, writer, algorithm);
    }
  }

  private static S3Response answer(
      S3Request request, ObjectVersion source, ObjectVersion version, Versioning versioning) {
    Headers headers = EncryptionHeaders.of(version.encryption());
    if (versioning != Versioning.OFF) {
      headers = headers.with("x-amz-version-id", version.versionId());
    }
    if (CopySource.of(request).versionId().isPresent()
        || !source.versionId().equals(ObjectVersion.NULL_VERSION)) {
      headers = headers.with("x-amz-copy-source-version-id", source.versionId());
    }
    return S3Response.xml(
        headers,
        XmlWriter.document(
            "CopyObjectResult",
            xml -> {
              xml.element("ETag", ETags.quoted(version))
                  .element("LastModified", HttpDates.inDocument(version.lastModified()));
              Checksums.write(xml, version.checksum());
            }));
  }
}
