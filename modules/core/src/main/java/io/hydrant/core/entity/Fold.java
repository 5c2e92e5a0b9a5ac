package io.hydrant.core.entity;

/** The fold that turns events into a state. */
public final class Fold {
  private Fold() {}

  /** The state after {@code events}, oldest first, starting from {@code initial}. */
  public static <S, E extends Event<S>> S fold(S initial, Iterable<? extends E> events) {
    S state = initial;
    for (E event : events) {
      state = event.evolve(state);
    }
    return state;
  }
}
