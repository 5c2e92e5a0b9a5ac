package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.name.ObjectKeys;
import io.hydrant.s3.xml.XmlNode;
import io.hydrant.s3.xml.XmlReader;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Deletes up to 1,000 objects; each is deleted or refused by itself. */
final class DeleteObjects implements Operation {
  private static final int MOST = 1000;
  private final Services services;

  DeleteObjects(Services services) {
    this.services = services;
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    return Bodies.document(request, document -> answer(request, bucket, document));
  }

  private S3Response answer(S3Request request, Bucket bucket, byte[] document) {
    if (document.length == 0) {
      throw S3Errors.missingRequestBody().exception();
    }
    XmlNode delete = XmlReader.read(document, "Delete");
    List<XmlNode> objects = delete.children("Object");
    if (objects.isEmpty()
        || objects.size() > MOST
        || objects.stream().anyMatch(object -> object.text("Key").isEmpty())) {
      throw S3Errors.malformedXml().exception();
    }
    boolean quiet = delete.text("Quiet").filter("true"::equalsIgnoreCase).isPresent();
    return S3Response.xml(
        XmlWriter.document(
            "DeleteResult",
            xml -> objects.forEach(object -> delete(xml, request, bucket, object, quiet))));
  }

  private void delete(
      XmlWriter xml, S3Request request, Bucket bucket, XmlNode object, boolean quiet) {
    String key = object.text("Key").orElseThrow();
    Optional<String> versionId = object.text("VersionId").filter(text -> !text.isEmpty());
    try {
      DeleteObject.Outcome outcome = delete(request, bucket, key, versionId, object);
      if (!quiet) {
        xml.element("Deleted", deleted -> deleted(deleted, key, versionId, outcome));
      }
    } catch (S3Exception e) {
      error(xml, key, versionId, e.error());
    } catch (IOException e) {
      error(xml, key, versionId, StorageFailures.error(e).orElseGet(S3Errors::internalError));
    }
  }

  private DeleteObject.Outcome delete(
      S3Request request, Bucket bucket, String key, Optional<String> versionId, XmlNode object)
      throws IOException {
    services
        .authorizer()
        .require(
            request,
            versionId.isPresent() ? "DeleteObjectVersion" : "DeleteObject",
            new Authorizer.Target(bucket.name(), Optional.of(key), versionId));
    if (key.isEmpty() || ObjectKeys.isTooLong(key)) {
      throw ObjectErrors.keyTooLong(key.length(), ObjectKeys.BYTES_MAX).exception();
    }
    Headers conditions = Headers.NONE.with("If-Match", object.text("ETag"));
    return DeleteObject.delete(services, bucket, key, versionId, Preconditions.of(conditions));
  }

  private static void deleted(
      XmlWriter xml, String key, Optional<String> versionId, DeleteObject.Outcome outcome) {
    xml.element("Key", key).element("VersionId", versionId);
    if (outcome.marker()) {
      xml.element("DeleteMarker", true).element("DeleteMarkerVersionId", outcome.versionId());
    }
  }

  private static void error(XmlWriter xml, String key, Optional<String> versionId, S3Error error) {
    xml.element(
        "Error",
        element ->
            element
                .element("Key", key)
                .element("VersionId", versionId)
                .element("Code", error.code())
                .element("Message", error.message()));
  }
}
