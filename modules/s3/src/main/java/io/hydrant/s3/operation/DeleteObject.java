package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import io.hydrant.s3.object.Versioning;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Deletes an object, or one version of it. An object that is missing is no error. */
final class DeleteObject implements Operation {
  private static final int NO_CONTENT = 204;

  private final Services services;

  DeleteObject(Services services) {
    this.services = services;
  }

  /**
   * What a delete did.
   *
   * @param versionId of the delete marker that was made, or of the version that was deleted
   * @param marker whether a delete marker was made or deleted
   */
  record Outcome(Optional<String> versionId, boolean marker) {}

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    return Bodies.none(
        () -> {
          Outcome outcome =
              delete(
                  services,
                  bucket,
                  key,
                  request.query().first(Versions.PARAMETER),
                  Preconditions.of(request.headers()));
          return S3Response.empty(NO_CONTENT, headers(outcome));
        });
  }

  private static Headers headers(Outcome outcome) {
    Headers headers = Headers.NONE.with("x-amz-version-id", outcome.versionId());
    return outcome.marker() ? headers.with("x-amz-delete-marker", "true") : headers;
  }

  /** Deletes an object, or the version of that id. */
  static Outcome delete(
      Services services,
      Bucket bucket,
      String key,
      Optional<String> versionId,
      Preconditions preconditions)
      throws IOException {
    Versioning versioning = BucketVersioning.of(bucket);
    String unique = Services.uniqueId();
    Optional<StoredObject> before =
        services
            .storage()
            .objects()
            .change(
                bucket.name(),
                key,
                object -> {
                  preconditions.checkMatch(key, object.flatMap(StoredObject::current));
                  return versions(versioning, object, versionId, unique, services);
                });
    if (versionId.isPresent()) {
      return new Outcome(
          versionId,
          before
              .flatMap(object -> object.version(versionId.get()))
              .filter(ObjectVersion::isDeleteMarker)
              .isPresent());
    }
    return versioning == Versioning.OFF
        ? new Outcome(Optional.empty(), false)
        : new Outcome(Optional.of(versioning.newVersionId(unique)), true);
  }

  private static List<ObjectVersion> versions(
      Versioning versioning,
      Optional<StoredObject> object,
      Optional<String> versionId,
      String unique,
      Services services) {
    return versionId.isPresent()
        ? Versioning.remove(object, versionId.get())
        : versioning.delete(object, unique, services.clock().instant());
  }
}
