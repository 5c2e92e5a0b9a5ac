package io.hydrant.http;

/** Is told of every call that was answered with an error; must not block. */
@FunctionalInterface
public interface RefusedCalls {
  void note(RefusedCall call);
}
