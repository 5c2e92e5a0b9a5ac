package io.hydrant.s3.operation;

import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import java.util.Optional;

/** Finds the version of an object that a request names. */
final class Versions {
  static final String PARAMETER = "versionId";

  private Versions() {}

  /**
   * Returns the version to read.
   *
   * @throws io.hydrant.s3.error.S3Exception NoSuchKey, NoSuchVersion, or MethodNotAllowed for a
   *     delete marker
   */
  static ObjectVersion chosen(S3Request request, String key, Optional<StoredObject> object) {
    return chosen(request.query().first(PARAMETER), key, object);
  }

  static ObjectVersion chosen(
      Optional<String> versionId, String key, Optional<StoredObject> object) {
    if (versionId.isEmpty()) {
      return object
          .flatMap(StoredObject::current)
          .orElseThrow(() -> ObjectErrors.noSuchKey(key).exception());
    }
    ObjectVersion version =
        object
            .flatMap(found -> found.version(versionId.get()))
            .orElseThrow(() -> ObjectErrors.noSuchVersion(key, versionId.get()).exception());
    if (version.isDeleteMarker()) {
      throw S3Errors.methodNotAllowed("GET", "DeleteMarker").exception();
    }
    return version;
  }
}
