package io.hydrant.http.auth.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Signature Version 4 of a request, as a client computes it. */
final class SignatureV4 {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private SignatureV4() {}

  /**
   * @param date of the request, as {@code 20150830T123600Z}
   */
  static String of(
      SignedRequest request,
      List<String> signedHeaders,
      CredentialScope scope,
      String date,
      String secretAccessKey) {
    return of(
        CanonicalRequest.of(request, signedHeaders), scope, date, key(scope, secretAccessKey));
  }

  /**
   * @param canonical the canonical request
   * @param key of the scope
   */
  static String of(String canonical, CredentialScope scope, String date, byte[] key) {
    String toSign =
        String.join(
            "\n",
            ALGORITHM,
            date,
            scope.toString(),
            Hashing.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(Hashing.hmac(key, toSign));
  }

  /** Returns the key that signs everything in a scope. */
  static byte[] key(CredentialScope scope, String secretAccessKey) {
    byte[] key = ("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8);
    for (String part : List.of(scope.date(), scope.region(), scope.service(), scope.terminator())) {
      key = Hashing.hmac(key, part);
    }
    return key;
  }
}
