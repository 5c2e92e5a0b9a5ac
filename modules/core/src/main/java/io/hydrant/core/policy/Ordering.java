package io.hydrant.core.policy;

/**
 * The order that a condition requires between a number or time of the request and that of the
 * policy.
 */
enum Ordering {
  EQUAL {
    @Override
    boolean holds(int order) {
      return order == 0;
    }
  },
  LESS {
    @Override
    boolean holds(int order) {
      return order < 0;
    }
  },
  LESS_OR_EQUAL {
    @Override
    boolean holds(int order) {
      return order <= 0;
    }
  },
  GREATER {
    @Override
    boolean holds(int order) {
      return order > 0;
    }
  },
  GREATER_OR_EQUAL {
    @Override
    boolean holds(int order) {
      return order >= 0;
    }
  };

  /**
   * @param order the result of {@link Comparable#compareTo}
   */
  abstract boolean holds(int order);
}
