package io.hydrant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The stream format of snappy-java, read without it: a header of eight bytes with the name, the
 * version and the oldest version that can read it, then blocks, each after its length.
 */
final class XerialStream {
  private XerialStream() {}

  static byte[] read(byte[] packed) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    assertThat(in.get()).isEqualTo((byte) 0x82);
    byte[] name = new byte[7];
    in.get(name);
    assertThat(new String(name, StandardCharsets.US_ASCII)).isEqualTo("SNAPPY\0");
    assertThat(in.getInt()).isEqualTo(1);
    assertThat(in.getInt()).isEqualTo(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (in.hasRemaining()) {
      byte[] block = new byte[in.getInt()];
      in.get(block);
      out.writeBytes(unpacked(block));
    }
    return out.toByteArray();
  }

  private static byte[] unpacked(byte[] block) {
    byte[] bytes = new byte[SnappyDecompressor.getUncompressedLength(block, 0)];
    int length =
        new SnappyDecompressor().decompress(block, 0, block.length, bytes, 0, bytes.length);
    assertThat(length).isEqualTo(bytes.length);
    return bytes;
  }
}
