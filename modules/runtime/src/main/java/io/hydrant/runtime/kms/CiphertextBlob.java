package io.hydrant.runtime.kms;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.runtime.crypto.AesGcm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The ciphertext of Encrypt and GenerateDataKey: a format version (1 byte), the size of the key ARN
 * (2 bytes) and the ARN, the version of the material (4 bytes), then nonce, cipher text and tag.
 * Header and encryption context are authenticated.
 */
record CiphertextBlob(KeyArn key, int materialVersion, Bytes sealed) {
  private static final byte FORMAT = 1;
  private static final int FIXED_BYTES = Byte.BYTES + Short.BYTES + Integer.BYTES;

  /** Seals a plaintext under the plaintext material. */
  static CiphertextBlob seal(
      KeyArn key, int version, byte[] material, Map<String, String> context, byte[] plaintext) {
    byte[] sealed = AesGcm.seal(material, associatedData(key, version, context), plaintext);
    return new CiphertextBlob(key, version, Bytes.wrap(sealed));
  }

  /** Returns the plaintext; empty if context, material and blob do not match. */
  Optional<byte[]> open(byte[] material, Map<String, String> context) {
    return AesGcm.open(
        material, associatedData(key, materialVersion, context), sealed.unsafeArray());
  }

  Bytes encode() {
    byte[] header = header(key, materialVersion);
    return Bytes.wrap(
        ByteBuffer.allocate(header.length + sealed.size())
            .put(header)
            .put(sealed.unsafeArray())
            .array());
  }

  /** Parses a blob without authenticating it; empty if the bytes are no blob. */
  static Optional<CiphertextBlob> decode(Bytes bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.unsafeArray());
    if (in.remaining() < FIXED_BYTES + AesGcm.OVERHEAD || in.get() != FORMAT) {
      return Optional.empty();
    }
    int length = Short.toUnsignedInt(in.getShort());
    if (in.remaining() < length + Integer.BYTES + AesGcm.OVERHEAD) {
      return Optional.empty();
    }
    byte[] arn = new byte[length];
    in.get(arn);
    int version = in.getInt();
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    return KeyArn.parse(new String(arn, StandardCharsets.UTF_8))
        .map(key -> new CiphertextBlob(key, version, Bytes.wrap(sealed)));
  }

  private static byte[] associatedData(KeyArn key, int version, Map<String, String> context) {
    byte[] header = header(key, version);
    byte[] canonical = EncryptionContext.canonical(context);
    return ByteBuffer.allocate(header.length + canonical.length).put(header).put(canonical).array();
  }

  private static byte[] header(KeyArn key, int version) {
    byte[] arn = key.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(FIXED_BYTES + arn.length)
        .put(FORMAT)
        .putShort((short) arn.length)
        .put(arn)
        .putInt(version)
        .array();
  }
}
