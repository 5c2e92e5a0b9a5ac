package io.hydrant.s3.operation;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.object.Versioning;
import io.hydrant.s3.xml.XmlReader;
import java.nio.charset.StandardCharsets;

/** The versioning of a bucket, from its configuration. */
final class BucketVersioning {
  static final String SUBRESOURCE = "versioning";

  private BucketVersioning() {}

  static Versioning of(Bucket bucket) {
    return Versioning.of(
        bucket
            .configuration(SUBRESOURCE)
            .flatMap(
                document ->
                    XmlReader.read(
                            document.getBytes(StandardCharsets.UTF_8), "VersioningConfiguration")
                        .text("Status")));
  }
}
