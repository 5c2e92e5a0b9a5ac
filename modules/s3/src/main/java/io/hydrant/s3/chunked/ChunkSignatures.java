package io.hydrant.s3.chunked;

/**
 * Verifies the signatures of the chunks of one body, in their order. Each signature covers the one
 * before it; the first covers that of the request.
 */
public interface ChunkSignatures {
  /**
   * @param sha256 of the chunk's data, in lower-case hexadecimal digits
   * @param signature as the client sent it
   * @return whether the signature is right
   */
  boolean verifyChunk(String sha256, String signature);

  /**
   * @param sha256 of the trailing headers, each as {@code name:value} and a newline
   * @param signature the value of {@code x-amz-trailer-signature}
   * @return whether the signature is right
   */
  boolean verifyTrailer(String sha256, String signature);
}
