package io.hydrant.http.auth.identity;

/** Identities cannot be read; the message says where and why, and has no secret in it. */
public final class BadIdentitiesException extends Exception {
  BadIdentitiesException(String message) {
    super(message);
  }
}
