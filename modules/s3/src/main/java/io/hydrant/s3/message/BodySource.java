package io.hydrant.s3.message;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a response, read one piece after the other. Calls block. */
public interface BodySource extends Closeable {
  /** The largest piece, in bytes. */
  int PIECE_BYTES = 1 << 17;

  /**
   * Returns the next piece, or an empty array at the end.
   *
   * @throws IOException where the file cannot be read or is not what was written
   */
  byte[] read() throws IOException;
}
