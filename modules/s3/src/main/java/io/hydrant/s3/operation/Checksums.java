package io.hydrant.s3.operation;

import io.hydrant.s3.message.Headers;
import io.hydrant.s3.object.StoredChecksum;
import io.hydrant.s3.xml.XmlWriter;
import java.util.Optional;

/** Checksums in answers. */
final class Checksums {
  private Checksums() {}

  static Headers headers(Optional<StoredChecksum> checksum) {
    return checksum
        .map(
            stored ->
                Headers.NONE
                    .with(stored.algorithm().header(), stored.value())
                    .with("x-amz-checksum-type", stored.type().name()))
        .orElse(Headers.NONE);
  }

  /** Writes the element of a checksum, for example {@code ChecksumCRC32}. */
  static void write(XmlWriter xml, Optional<StoredChecksum> checksum) {
    checksum.ifPresent(stored -> xml.element(stored.algorithm().element(), stored.value()));
  }
}
