package io.hydrant.http;

/** Receives every call that was answered with an error. Must not block. */
@FunctionalInterface
public interface RefusedCalls {
  void note(RefusedCall call);
}
