package io.hydrant.cli.journal;

/** The part of a journal that a command reads. */
enum Reach {
  /** The histories that the command opens. */
  SOME(false, false),

  /** Every history. */
  ALL(true, false),

  /**
   * Every history without a gap. A running node may trim a history between two of its pages, so
   * each history is read in one answer.
   */
  ALL_WITHOUT_GAPS(true, true);

  private final boolean all;
  private final boolean withoutGaps;

  Reach(boolean all, boolean withoutGaps) {
    this.all = all;
    this.withoutGaps = withoutGaps;
  }

  boolean all() {
    return all;
  }

  boolean withoutGaps() {
    return withoutGaps;
  }
}
