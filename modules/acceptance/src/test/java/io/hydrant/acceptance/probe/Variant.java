package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One request with something special about it.
 *
 * @param what the member and what is special, for people
 * @param verdict what the declared shapes say about it
 */
public record Variant(String operation, String what, JsonNode body, Verdict verdict) {
  public sealed interface Verdict {}

  /** Keeps all shapes; rules beyond them may still refuse it. */
  public record Valid() implements Verdict {}

  /** Has a value of another JSON type. */
  public record Mistyped() implements Verdict {}

  /**
   * Breaks a constraint.
   *
   * @param constraint the end of the message, which names the constraint
   * @param shown whether the message may repeat the value
   */
  public record Broken(String path, String constraint, boolean shown) implements Verdict {}

  @Override
  public String toString() {
    return operation + ": " + what;
  }
}
