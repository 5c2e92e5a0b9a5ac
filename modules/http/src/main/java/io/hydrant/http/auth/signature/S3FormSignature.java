package io.hydrant.http.auth.signature;

import io.hydrant.s3.error.S3Errors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Verifies the signature of a form that uploads an object. It covers the form's policy alone. */
public final class S3FormSignature {
  private S3FormSignature() {}

  /**
   * @param policy in Base64, as the form has it
   * @throws io.hydrant.s3.error.S3Exception SignatureDoesNotMatch
   */
  public static void verify(String policy, CredentialScope scope, String signature, String secret) {
    String computed =
        HexFormat.of().formatHex(Hashing.hmac(SignatureV4.key(scope, secret), policy));
    require(
        MessageDigest.isEqual(
            computed.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Verifies Signature Version 2.
   *
   * @throws io.hydrant.s3.error.S3Exception SignatureDoesNotMatch
   */
  public static void verifyVersion2(String policy, String signature, String secret) {
    require(S3SignatureV2Check.isOf(policy, signature, secret));
  }

  private static void require(boolean matches) {
    if (!matches) {
      throw S3Errors.signatureDoesNotMatch().exception();
    }
  }
}
