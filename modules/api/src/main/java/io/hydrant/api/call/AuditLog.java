package io.hydrant.api.call;

/** Receives every call that was answered with an error. Must not block. */
@FunctionalInterface
public interface AuditLog {
  void note(FailedCall call);
}
