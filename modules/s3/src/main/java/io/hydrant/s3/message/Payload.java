package io.hydrant.s3.message;

import io.hydrant.s3.chunked.ChunkSignatures;
import java.util.Optional;

/** The form of a body, as the header {@code x-amz-content-sha256} and the signature tell it. */
public sealed interface Payload {
  /** Returns the encoding {@code aws-chunked}, if the body has it. */
  default Optional<Chunked> chunked() {
    return Optional.empty();
  }

  /** Returns the SHA-256 of the whole body, if the client told it. */
  default Optional<String> bodySha256() {
    return Optional.empty();
  }

  /** A body that no hash covers. */
  record Plain() implements Payload {}

  /** A file in a form: where it ends shows its length. */
  record Delimited() implements Payload {}

  /**
   * A body whose SHA-256 is known beforehand.
   *
   * @param sha256 in lower-case hexadecimal digits
   */
  record Hashed(String sha256) implements Payload {
    @Override
    public Optional<String> bodySha256() {
      return Optional.of(sha256);
    }
  }

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
      implements Payload {
    @Override
    public Optional<Chunked> chunked() {
      return Optional.of(this);
    }
  }
}
