package io.hydrant.core.kms;

/**
 * KeySpec, spelled as the API spells it. Only {@link #SYMMETRIC_DEFAULT} has material here; the
 * others exist as metadata.
 */
public enum KeySpec {
  SYMMETRIC_DEFAULT,
  RSA_2048,
  RSA_3072,
  RSA_4096,
  ECC_NIST_P256,
  ECC_NIST_P384,
  ECC_NIST_P521,
  ECC_SECG_P256K1,
  ECC_NIST_EDWARDS25519,
  HMAC_224,
  HMAC_256,
  HMAC_384,
  HMAC_512,
  SM2,
  ML_DSA_44,
  ML_DSA_65,
  ML_DSA_87;

  /** Returns whether a key of this spec can have that usage (CreateKey, KeyUsage). */
  public boolean admits(KeyUsage usage) {
    return switch (usage) {
      case ENCRYPT_DECRYPT ->
          switch (this) {
            case SYMMETRIC_DEFAULT, RSA_2048, RSA_3072, RSA_4096, SM2 -> true;
            default -> false;
          };
      case SIGN_VERIFY -> this != SYMMETRIC_DEFAULT && !isHmac();
      case GENERATE_VERIFY_MAC -> isHmac();
      case KEY_AGREEMENT ->
          switch (this) {
            case ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521, SM2 -> true;
            default -> false;
          };
    };
  }

  private boolean isHmac() {
    return switch (this) {
      case HMAC_224, HMAC_256, HMAC_384, HMAC_512 -> true;
      default -> false;
    };
  }
}
