package io.hydrant.core.kms;

/** KeyUsageType, spelled as the API spells it. */
public enum KeyUsage {
  ENCRYPT_DECRYPT,
  SIGN_VERIFY,
  GENERATE_VERIFY_MAC,
  KEY_AGREEMENT
}
