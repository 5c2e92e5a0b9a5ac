package io.hydrant.core.kms;

/** KeyManagerType: who manages a key. */
public enum KeyManager {
  AWS,
  CUSTOMER
}
