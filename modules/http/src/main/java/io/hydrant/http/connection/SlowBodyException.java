package io.hydrant.http.connection;

/** A body did not arrive in time. */
public final class SlowBodyException extends RuntimeException {
  SlowBodyException() {
    super("The body of the request did not come in time.", null, false, false);
  }
}
