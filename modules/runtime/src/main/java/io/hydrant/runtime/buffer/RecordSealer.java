package io.hydrant.runtime.buffer;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.runtime.crypto.AesGcm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Seals a record with AES-256-GCM under a data key. The stream's ARN, the key's epoch and the
 * record's position are authenticated, so no stored record can replace another.
 */
final class RecordSealer {
  private RecordSealer() {}

  static Bytes seal(Bytes key, StreamArn arn, int epoch, long position, Bytes record) {
    return Bytes.wrap(
        AesGcm.seal(key.unsafeArray(), bound(arn, epoch, position), record.unsafeArray()));
  }

  /** Returns the record; empty if it was sealed with other values. */
  static Optional<byte[]> open(Bytes key, StreamArn arn, int epoch, long position, Bytes sealed) {
    return AesGcm.open(key.unsafeArray(), bound(arn, epoch, position), sealed.unsafeArray());
  }

  private static byte[] bound(StreamArn arn, int epoch, long position) {
    byte[] name = arn.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(name.length + Integer.BYTES + Long.BYTES)
        .put(name)
        .putInt(epoch)
        .putLong(position)
        .array();
  }
}
