package io.hydrant.replay.source;

import java.util.OptionalDouble;

/** Sees how far the reading of a journal is. */
@FunctionalInterface
public interface ReadWatch {
  /** Looks at nothing. */
  ReadWatch NONE = done -> {};

  /**
   * One more entry was read.
   *
   * @param done the part of the whole that is read, from 0 to 1, where it is known
   */
  void read(OptionalDouble done);
}
