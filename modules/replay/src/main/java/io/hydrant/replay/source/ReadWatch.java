package io.hydrant.replay.source;

import java.util.OptionalDouble;

/** Observes the progress of reading a journal. */
@FunctionalInterface
public interface ReadWatch {
  /** Ignores the progress. */
  ReadWatch NONE = done -> {};

  /**
   * Reports that one more entry was read.
   *
   * @param done the part of the whole that is read, from 0 to 1; empty where it is unknown
   */
  void read(OptionalDouble done);
}
