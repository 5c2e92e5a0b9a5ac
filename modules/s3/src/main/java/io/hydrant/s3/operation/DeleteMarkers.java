package io.hydrant.s3.operation;

import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import java.util.Optional;

/** The answers to reads of delete markers, which carry headers besides the error. */
final class DeleteMarkers {
  private DeleteMarkers() {}

  /** Returns the answer where the request reads a delete marker. */
  static Optional<S3Response> answer(S3Request request, Optional<StoredObject> object) {
    Optional<String> versionId = request.query().first(Versions.PARAMETER);
    Optional<ObjectVersion> version =
        versionId.isPresent()
            ? object.flatMap(found -> found.version(versionId.get()))
            : object.map(StoredObject::newest);
    return version
        .filter(ObjectVersion::isDeleteMarker)
        .map(
            marker -> {
              S3Error error =
                  versionId.isPresent()
                      ? S3Errors.methodNotAllowed(request.method(), "DeleteMarker")
                      : ObjectErrors.noSuchKey(object.orElseThrow().key());
              Headers headers =
                  Headers.NONE
                      .with("x-amz-delete-marker", "true")
                      .with("x-amz-version-id", marker.versionId());
              return ErrorAnswers.of(
                  error,
                  request,
                  versionId.isPresent()
                      ? headers.with("Last-Modified", HttpDates.of(marker.lastModified()))
                      : headers);
            });
  }
}
