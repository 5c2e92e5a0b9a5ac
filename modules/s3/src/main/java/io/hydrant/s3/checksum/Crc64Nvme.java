package io.hydrant.s3.checksum;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * CRC-64/NVME (reflected polynomial 0x9A6C9329AC4BC9B5), eight bytes a step. The JDK has none, and
 * the AWS SDK has it only in its native library.
 */
final class Crc64Nvme implements Digest {
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
  private static final int STEP = Long.BYTES;
  private static final int BYTE_VALUES = 256;
  private static final long[][] TABLE = table();

  private long crc = -1L;

  @Override
  public void update(ByteBuffer bytes) {
    ByteBuffer data = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    long state = crc;
    while (data.remaining() >= STEP) {
      state = step(state ^ data.getLong());
    }
    while (data.hasRemaining()) {
      state = TABLE[0][(int) (state ^ data.get()) & 0xff] ^ (state >>> Byte.SIZE);
    }
    crc = state;
  }

  private static long step(long word) {
    long next = 0;
    for (int index = 0; index < STEP; index++) {
      next ^= TABLE[STEP - 1 - index][(int) (word >>> (index * Byte.SIZE)) & 0xff];
    }
    return next;
  }

  @Override
  public byte[] value() {
    return ByteBuffer.allocate(Long.BYTES).putLong(~crc).array();
  }

  private static long[][] table() {
    long[][] table = new long[STEP][BYTE_VALUES];
    for (int value = 0; value < BYTE_VALUES; value++) {
      long entry = value;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        entry = (entry & 1) == 0 ? entry >>> 1 : (entry >>> 1) ^ POLYNOMIAL;
      }
      table[0][value] = entry;
    }
    for (int value = 0; value < BYTE_VALUES; value++) {
      for (int slice = 1; slice < STEP; slice++) {
        long before = table[slice - 1][value];
        table[slice][value] = table[0][(int) before & 0xff] ^ (before >>> Byte.SIZE);
      }
    }
    return table;
  }
}
