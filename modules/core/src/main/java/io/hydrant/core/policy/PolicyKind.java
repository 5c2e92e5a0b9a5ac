package io.hydrant.core.policy;

/** Where a policy is attached, which decides what its statements must and must not say. */
public enum PolicyKind {
  /** Of a KMS key: says whom it is about. */
  KEY,
  /** The policy of a user or a role. It applies to the principal that it is attached to. */
  IDENTITY
}
