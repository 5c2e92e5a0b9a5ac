package io.hydrant.core.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** What a statement does to the requests it applies to. */
public enum Effect {
  ALLOW("Allow"),
  DENY("Deny");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  /** By its word in a policy; case matters there. */
  static Optional<Effect> of(String word) {
    return Stream.of(values()).filter(effect -> effect.word.equals(word)).findFirst();
  }

  @Override
  public String toString() {
    return word;
  }
}
