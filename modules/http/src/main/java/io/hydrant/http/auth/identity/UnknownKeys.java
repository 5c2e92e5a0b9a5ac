package io.hydrant.http.auth.identity;

/** What becomes of an access key that no identity has. */
public enum UnknownKeys {
  /** It acts as the root of an account; one that is a 12-digit number, of that account. */
  ROOT,
  /** It is refused. */
  REJECT
}
