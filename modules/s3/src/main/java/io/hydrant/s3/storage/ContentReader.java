package io.hydrant.s3.storage;

import io.hydrant.s3.encryption.SegmentCipher;
import io.hydrant.s3.message.BodySource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/** Reads a range of an object's bytes. */
final class ContentReader implements BodySource {
  private static final int SEALED_BYTES = SegmentCipher.SEGMENT_BYTES + SegmentCipher.TAG_BYTES;

  private final FileChannel channel;
  private final Optional<SegmentCipher> cipher;
  private final long size;
  private final long end;
  private long position;

  /**
   * @param size of the whole object
   * @param first the position of the first byte
   * @param length the number of bytes; the range lies within the object
   */
  ContentReader(
      FileChannel channel, Optional<SegmentCipher> cipher, long size, long first, long length) {
    this.channel = channel;
    this.cipher = cipher;
    this.size = size;
    this.position = first;
    this.end = first + length;
  }

  @Override
  public byte[] read() throws IOException {
    if (position >= end) {
      return new byte[0];
    }
    byte[] piece = cipher.isPresent() ? sealed(cipher.get()) : plain();
    position += piece.length;
    return piece;
  }

  private byte[] plain() throws IOException {
    return bytes(position, (int) Math.min(PIECE_BYTES, end - position));
  }

  private byte[] sealed(SegmentCipher opener) throws IOException {
    long number = position / SegmentCipher.SEGMENT_BYTES;
    boolean last = number == SegmentCipher.segments(size) - 1;
    long start = number * SegmentCipher.SEGMENT_BYTES;
    int clear = (int) Math.min(SegmentCipher.SEGMENT_BYTES, size - start);
    byte[] segment =
        opener.open(number, last, bytes(number * SEALED_BYTES, clear + SegmentCipher.TAG_BYTES));
    int from = (int) (position - start);
    int to = (int) Math.min(clear, end - start);
    return from == 0 && to == clear ? segment : Arrays.copyOfRange(segment, from, to);
  }

  private byte[] bytes(long at, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("An object's file is shorter than it was written");
      }
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
