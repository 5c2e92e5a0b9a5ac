package io.hydrant.s3.storage;

import io.hydrant.s3.encryption.SegmentCipher;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.object.ObjectVersion;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** A version whose bytes can be read, also when the object is changed or deleted meanwhile. */
public record OpenObject(ObjectVersion version, FileChannel channel) implements Closeable {
  /**
   * Returns the bytes of a range. Closing them closes this object.
   *
   * @param cipher opens the file; empty where it is not sealed
   * @param first the position of the first byte
   * @param length the number of bytes; the range lies within the object
   */
  public BodySource read(Optional<SegmentCipher> cipher, long first, long length) {
    return new ContentReader(channel, cipher, version.size(), first, length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
