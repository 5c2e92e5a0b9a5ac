package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.configuration.Tags;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import io.hydrant.s3.xml.XmlReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tags of an object: read, replaced and deleted. */
final class ObjectTagging {
  private static final int NO_CONTENT = 204;

  private final Services services;

  ObjectTagging(Services services) {
    this.services = services;
  }

  BodySink get(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    return Bodies.none(
        () -> {
          ObjectVersion version =
              Versions.chosen(request, key, services.storage().objects().find(bucket.name(), key));
          return S3Response.xml(versionHeader(version), Tags.document(version.tags()));
        });
  }

  BodySink put(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    return Bodies.document(
        request,
        document ->
            S3Response.empty(
                200,
                change(
                    request,
                    bucket,
                    key,
                    Tags.of(XmlReader.read(document, "Tagging"), Tags.OBJECT_MAX))));
  }

  BodySink delete(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    return Bodies.none(() -> S3Response.empty(NO_CONTENT, change(request, bucket, key, Map.of())));
  }

  private Headers change(S3Request request, Bucket bucket, String key, Map<String, String> tags)
      throws IOException {
    Optional<StoredObject> before =
        services
            .storage()
            .objects()
            .change(bucket.name(), key, object -> tagged(request, key, object, tags));
    return versionHeader(Versions.chosen(request, key, before));
  }

  private static List<ObjectVersion> tagged(
      S3Request request, String key, Optional<StoredObject> object, Map<String, String> tags) {
    ObjectVersion chosen = Versions.chosen(request, key, object);
    return object.orElseThrow().versions().stream()
        .map(version -> version.equals(chosen) ? version.withTags(tags) : version)
        .toList();
  }

  private static Headers versionHeader(ObjectVersion version) {
    return version.versionId().equals(ObjectVersion.NULL_VERSION)
        ? Headers.NONE
        : Headers.NONE.with("x-amz-version-id", version.versionId());
  }
}
