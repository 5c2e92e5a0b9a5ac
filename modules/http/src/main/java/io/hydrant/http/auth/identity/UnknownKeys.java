package io.hydrant.http.auth.identity;

/** The treatment of access keys that belong to no identity. */
public enum UnknownKeys {
  /** It acts as the root of an account; one that is a 12-digit number, of that account. */
  ROOT,
  /** It is refused. */
  REJECT
}
