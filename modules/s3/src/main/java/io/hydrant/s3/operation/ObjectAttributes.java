package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.encryption.CustomerKeys;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import io.hydrant.s3.object.ObjectPart;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import io.hydrant.s3.xml.XmlWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** GetObjectAttributes: what HEAD tells, as a document, and the parts. */
final class ObjectAttributes implements Operation {
  private static final List<String> NAMES =
      List.of("ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize");
  private static final int PARTS_MAX = 1000;

  private final Services services;

  ObjectAttributes(Services services) {
    this.services = services;
  }

  @Override
  public BodySink open(S3Request request) throws IOException {
    Bucket bucket = services.bucket(request);
    String key = Services.key(request);
    List<String> asked = asked(request.headers());
    return Bodies.none(
        () -> {
          Optional<StoredObject> object = services.storage().objects().find(bucket.name(), key);
          Optional<S3Response> deleted = DeleteMarkers.answer(request, object);
          return deleted.isPresent()
              ? deleted.get()
              : answer(request, Versions.chosen(request, key, object), asked);
        });
  }

  private static List<String> asked(Headers headers) {
    List<String> asked =
        headers.values("x-amz-object-attributes").stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    if (asked.isEmpty() || !NAMES.containsAll(asked)) {
      throw S3Errors.invalidArgument(
              "Invalid attribute name specified.",
              "x-amz-object-attributes",
              String.join(",", asked))
          .exception();
    }
    return asked;
  }

  private static S3Response answer(S3Request request, ObjectVersion version, List<String> asked) {
    ObjectSealing.check(
        version.encryption(), CustomerKeys.of(request.headers(), CustomerKeys.OBJECT));
    Headers headers = Headers.NONE.with("Last-Modified", HttpDates.of(version.lastModified()));
    return S3Response.xml(
        version.versionId().equals(ObjectVersion.NULL_VERSION)
            ? headers
            : headers.with("x-amz-version-id", version.versionId()),
        XmlWriter.document(
            "GetObjectAttributesResponse", xml -> write(xml, request, version, asked)));
  }

  private static void write(
      XmlWriter xml, S3Request request, ObjectVersion version, List<String> asked) {
    if (asked.contains("ETag")) {
      xml.element("ETag", version.eTag());
    }
    if (asked.contains("Checksum") && version.checksum().isPresent()) {
      xml.element(
          "Checksum",
          checksum -> {
            Checksums.write(checksum, version.checksum());
            checksum.element("ChecksumType", version.checksum().get().type().name());
          });
    }
    if (asked.contains("ObjectParts") && !version.parts().isEmpty()) {
      xml.element("ObjectParts", parts -> parts(parts, request.headers(), version.parts()));
    }
    if (asked.contains("StorageClass")) {
      xml.element("StorageClass", version.storageClass());
    }
    if (asked.contains("ObjectSize")) {
      xml.element("ObjectSize", version.size());
    }
  }

  private static void parts(XmlWriter xml, Headers headers, List<ObjectPart> all) {
    int most = Math.min(PARTS_MAX, number(headers, "x-amz-max-parts", PARTS_MAX));
    int marker = number(headers, "x-amz-part-number-marker", 0);
    List<ObjectPart> behind = all.stream().filter(part -> part.number() > marker).toList();
    List<ObjectPart> page = behind.subList(0, Math.min(most, behind.size()));
    xml.element("PartsCount", all.size())
        .element("PartNumberMarker", marker)
        .element("MaxParts", most)
        .element("IsTruncated", page.size() < behind.size());
    if (page.size() < behind.size() && !page.isEmpty()) {
      xml.element("NextPartNumberMarker", page.get(page.size() - 1).number());
    }
    for (ObjectPart part : page) {
      xml.element(
          "Part",
          element -> {
            element.element("PartNumber", part.number()).element("Size", part.size());
            Checksums.write(element, part.checksum());
          });
    }
  }

  private static int number(Headers headers, String name, int absent) {
    Optional<String> text = headers.first(name);
    if (text.isPresent() && !text.get().matches("[0-9]{1,9}")) {
      throw S3Errors.invalidArgument(
              "Argument " + name + " must be an integer between 0 and 2147483647", name, text.get())
          .exception();
    }
    return text.map(Integer::parseInt).orElse(absent);
  }
}
