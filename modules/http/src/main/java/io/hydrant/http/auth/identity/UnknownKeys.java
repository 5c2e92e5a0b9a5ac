package io.hydrant.http.auth.identity;

/** The treatment of access keys that belong to no identity. */
public enum UnknownKeys {
  /** The caller is the root of an account: of that one where the key is a 12-digit number. */
  ROOT,
  /** The call is refused. */
  REJECT
}
