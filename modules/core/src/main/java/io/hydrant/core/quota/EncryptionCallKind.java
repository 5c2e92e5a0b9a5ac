package io.hydrant.core.quota;

/** The two operations that share the budget. */
public enum EncryptionCallKind {
  START,
  STOP
}
