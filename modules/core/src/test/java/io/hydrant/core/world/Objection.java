package io.hydrant.core.world;

/** What an audit has against the world. */
final class Objection extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final String rule;

  Objection(String rule, String what) {
    super(rule + ": " + what);
    this.rule = rule;
  }

  String rule() {
    return rule;
  }

  static void unless(boolean holds, String rule, String what) {
    if (!holds) {
      throw new Objection(rule, what);
    }
  }
}
