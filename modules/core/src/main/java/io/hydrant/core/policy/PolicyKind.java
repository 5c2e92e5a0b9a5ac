package io.hydrant.core.policy;

/**
 * The place that a policy is attached to; it decides which elements a statement must and must not
 * have.
 */
public enum PolicyKind {
  /** A policy of a KMS key; its statements name principals. */
  KEY,
  /** The policy of an S3 bucket; its statements name principals, actions and resources. */
  BUCKET,

  /** The policy of a user or a role. It applies to the principal that it is attached to. */
  IDENTITY
}
