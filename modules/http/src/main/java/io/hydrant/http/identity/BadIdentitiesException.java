package io.hydrant.http.identity;

/** Identities cannot be read; the message says where and why, and has no secret in it. */
public final class BadIdentitiesException extends Exception {
  BadIdentitiesException(String message) {
    super(message);
  }
}
