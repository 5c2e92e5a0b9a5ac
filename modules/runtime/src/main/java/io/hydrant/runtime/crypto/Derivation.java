package io.hydrant.runtime.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives keys from a key by HMAC-SHA256, one for each purpose (NIST SP 800-108, one block). */
public final class Derivation {
  private static final String HMAC = "HmacSHA256";

  private Derivation() {}

  /** Returns a key of 32 bytes. */
  public static byte[] derive(byte[] root, byte[] purpose) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(root, HMAC));
      return mac.doFinal(purpose);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + HMAC, e);
    }
  }
}
