package io.hydrant.core.world;

/** What becomes of a task that is started, and of its outcome. */
enum Fate {
  AT_ONCE,
  /** Done at once; the outcome comes later. */
  LATE,
  /** Done later; the outcome comes then. */
  SLOW,
  /** The outcome comes at once, and again later. */
  DOUBLED,
  /** Done, but the answer is lost: the task is tried again. */
  LOST
}
