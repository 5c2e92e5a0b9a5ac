package io.hydrant.cli.journal;

/** How much of a journal a command reads. */
enum Reach {
  /** Only the histories that it asks for. */
  SOME(false, false),

  /** Every history. */
  ALL(true, false),

  /**
   * Every history without a gap. A running node may trim a history between two pages of it, so each
   * history is read in one answer.
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
