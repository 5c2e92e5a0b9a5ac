package io.hydrant.s3.checksum;

import java.nio.ByteBuffer;

/** A checksum that is computed over bytes as they arrive. */
public interface Digest {
  /** Adds the remaining bytes, which are left as they are: the position does not move. */
  void update(ByteBuffer bytes);

  /** Returns the checksum of all bytes, most significant byte first. Called once. */
  byte[] value();
}
