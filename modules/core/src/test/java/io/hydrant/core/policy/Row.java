package io.hydrant.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One evaluation.
 *
 * @param rule what the documentation says, in short
 * @param statement of a key policy, as {@link Policies} completes it
 */
record Row(String rule, String statement, Ask ask, Class<? extends PolicyEvaluation> expected) {
  static Row allowed(String rule, String statement, Ask ask) {
    return new Row(rule, statement, ask, PolicyEvaluation.AllowedBy.class);
  }

  static Row denied(String rule, String statement, Ask ask) {
    return new Row(rule, "'Effect':'Deny'," + statement, ask, PolicyEvaluation.DeniedBy.class);
  }

  /** The statement says nothing of the request. */
  static Row silent(String rule, String statement, Ask ask) {
    return new Row(rule, statement, ask, PolicyEvaluation.Implicit.class);
  }

  void check() {
    assertThat(Policies.key(statement).evaluate(ask.request())).isInstanceOf(expected);
  }

  @Override
  public String toString() {
    return rule;
  }
}
