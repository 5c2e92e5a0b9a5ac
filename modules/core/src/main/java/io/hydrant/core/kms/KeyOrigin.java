package io.hydrant.core.kms;

/** OriginType: where key material comes from. */
public enum KeyOrigin {
  AWS_KMS,
  /** Imported by the customer; such a key waits for its material. */
  EXTERNAL,
  AWS_CLOUDHSM,
  EXTERNAL_KEY_STORE
}
