package io.hydrant.s3.message;

import io.hydrant.s3.chunked.ChunkSignatures;
import java.util.Optional;

/** The form of a body, as the header {@code x-amz-content-sha256} and the signature tell it. */
public sealed interface Payload {
  /** A body that no hash covers. */
  record Plain() implements Payload {}

  /** A file in a form: where it ends shows its length. */
  record Delimited() implements Payload {}

  /**
   * A body whose SHA-256 is known beforehand.
   *
   * @param sha256 in lower-case hexadecimal digits
   */
  record Hashed(String sha256) implements Payload {}

  /**
   * A body in the encoding {@code aws-chunked}.
   *
   * @param decodedLength the number of bytes of the content itself
   * @param signatures verifies the signature of each chunk; empty where chunks are not signed or
   *     not verified
   * @param signed whether each chunk carries a signature
   * @param trailer the names of the trailing headers, in lower case; empty for none
   */
  record Chunked(
      long decodedLength,
      boolean signed,
      Optional<ChunkSignatures> signatures,
      Optional<String> trailer)
      implements Payload {}
}
