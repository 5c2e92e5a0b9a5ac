package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines and their offsets in the file, which Java's own readers do not give. */
final class OffsetLineReader implements AutoCloseable {
  private final InputStream in;
  private long offset;
  private long beginning;

  OffsetLineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** Returns the next line without its end; null after the last. */
  String next() throws IOException {
    beginning = offset;
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    int read = in.read();
    if (read < 0) {
      return null;
    }
    for (; read >= 0; read = in.read()) {
      offset++;
      if (read == '\n') {
        break;
      }
      line.write(read);
    }
    return line.toString(UTF_8);
  }

  /** Returns the offset, in bytes, of the line that was read last. */
  long beginning() {
    return beginning;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
