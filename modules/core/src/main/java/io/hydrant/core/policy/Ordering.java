package io.hydrant.core.policy;

/** How a number or a moment of a request must stand to that of a policy. */
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
   * @param order as of {@link Comparable#compareTo}
   */
  abstract boolean holds(int order);
}
