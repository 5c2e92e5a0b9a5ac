package io.hydrant.core.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** The effect of a statement on the requests that it matches. */
public enum Effect {
  ALLOW("Allow"),
  DENY("Deny");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  /** Reads the effect by its word in a policy, which is case-sensitive. */
  static Optional<Effect> of(String word) {
    return Stream.of(values()).filter(effect -> effect.word.equals(word)).findFirst();
  }

  @Override
  public String toString() {
    return word;
  }
}
