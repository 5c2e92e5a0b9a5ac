package io.hydrant.s3.checksum;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The algorithms of the headers {@code x-amz-checksum-…}. */
public enum ChecksumAlgorithm {
  CRC32(4),
  CRC32C(4),
  CRC64NVME(8),
  SHA1(20),
  SHA256(32);

  private static final String PREFIX = "x-amz-checksum-";
  private final int bytes;

  ChecksumAlgorithm(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the name of the header in lower case, for example {@code x-amz-checksum-crc32}. */
  public String header() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name of the element in XML documents, for example {@code ChecksumCRC32}. */
  public String element() {
    return "Checksum" + name();
  }

  /** Returns the number of bytes of a checksum. */
  public int size() {
    return bytes;
  }

  /** Returns whether the algorithm can give the checksum of a whole from those of its parts. */
  public boolean isCrc() {
    return this != SHA1 && this != SHA256;
  }

  public Digest start() {
    return switch (this) {
      case CRC32 -> of(new CRC32());
      case CRC32C -> of(new CRC32C());
      case CRC64NVME -> new Crc64Nvme();
      case SHA1 -> message("SHA-1");
      case SHA256 -> message("SHA-256");
    };
  }

  /** Returns the algorithm of a name in any case, for example {@code crc32}. */
  public static Optional<ChecksumAlgorithm> named(String name) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** Returns the algorithm of a header's name. */
  public static Optional<ChecksumAlgorithm> ofHeader(String header) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.header().equalsIgnoreCase(header))
        .findFirst();
  }

  /** Returns a digest of MD5, by which ETags are made. */
  public static Digest md5() {
    return message("MD5");
  }

  private static Digest of(Checksum checksum) {
    return new Digest() {
      @Override
      public void update(ByteBuffer bytes) {
        checksum.update(bytes.duplicate());
      }

      @Override
      public byte[] value() {
        return ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
      }
    };
  }

  private static Digest message(String name) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + name, e);
    }
    return new Digest() {
      @Override
      public void update(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
      }

      @Override
      public byte[] value() {
        return digest.digest();
      }
    };
  }
}
