package io.hydrant.http.auth.signature;

import io.hydrant.s3.chunked.ChunkSignatures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Verifies the chain of signatures of a body in {@code aws-chunked}. */
final class S3ChunkSignatures implements ChunkSignatures {
  private static final String CHUNK = "AWS4-HMAC-SHA256-PAYLOAD";
  private static final String TRAILER = "AWS4-HMAC-SHA256-TRAILER";
  private static final String NOTHING = Hashing.sha256(new byte[0]);

  private final CredentialScope scope;
  private final String date;
  private final byte[] key;
  private String previous;

  /**
   * @param seed the signature of the request
   */
  S3ChunkSignatures(CredentialScope scope, String date, byte[] key, String seed) {
    this.scope = scope;
    this.date = date;
    this.key = key;
    this.previous = seed;
  }

  @Override
  public boolean verifyChunk(String sha256, String signature) {
    return verified(
        String.join("\n", CHUNK, date, scope.toString(), previous, NOTHING, sha256), signature);
  }

  @Override
  public boolean verifyTrailer(String sha256, String signature) {
    return verified(
        String.join("\n", TRAILER, date, scope.toString(), previous, sha256), signature);
  }

  private boolean verified(String toSign, String signature) {
    String computed = HexFormat.of().formatHex(Hashing.hmac(key, toSign));
    previous = computed;
    return MessageDigest.isEqual(
        computed.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }
}
