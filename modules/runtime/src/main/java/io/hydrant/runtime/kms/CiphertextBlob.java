package io.hydrant.runtime.kms;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.runtime.crypto.AesGcm;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cipher text of KMS. It names its key, so that Decrypt needs no KeyId: version (1 byte), length
 * of the key's ARN (2 bytes), the ARN, what AES-GCM made. All before the last and the encryption
 * context are its associated data.
 */
record CiphertextBlob(KeyArn arn, Bytes header, Bytes sealed) {
  private static final byte VERSION = 1;
  private static final int HEADER_FIXED_BYTES = 3;

  static Bytes seal(byte[] material, KeyArn arn, Map<String, String> context, byte[] plaintext) {
    byte[] name = arn.toString().getBytes(StandardCharsets.UTF_8);
    byte[] header =
        ByteBuffer.allocate(HEADER_FIXED_BYTES + name.length)
            .put(VERSION)
            .putShort((short) name.length)
            .put(name)
            .array();
    byte[] sealed = AesGcm.seal(material, bound(header, context), plaintext);
    return Bytes.wrap(
        ByteBuffer.allocate(header.length + sealed.length).put(header).put(sealed).array());
  }

  /** Empty where the bytes are no cipher text of this form. */
  static Optional<CiphertextBlob> parse(Bytes blob) {
    byte[] bytes = blob.unsafeArray();
    if (bytes.length < HEADER_FIXED_BYTES || bytes[0] != VERSION) {
      return Optional.empty();
    }
    int length = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(1));
    int end = HEADER_FIXED_BYTES + length;
    if (end > bytes.length) {
      return Optional.empty();
    }
    String arn = new String(bytes, HEADER_FIXED_BYTES, length, StandardCharsets.UTF_8);
    return KeyArn.parse(arn)
        .map(
            parsed ->
                new CiphertextBlob(
                    parsed,
                    Bytes.wrap(java.util.Arrays.copyOf(bytes, end)),
                    Bytes.wrap(java.util.Arrays.copyOfRange(bytes, end, bytes.length))));
  }

  /** Empty where context or bytes are not those that were sealed. */
  Optional<byte[]> open(byte[] material, Map<String, String> context) {
    return AesGcm.open(material, bound(header.unsafeArray(), context), sealed.unsafeArray());
  }

  /** The context's pairs in the order of their keys, each text with its length. */
  private static byte[] bound(byte[] header, Map<String, String> context) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(header);
      for (Map.Entry<String, String> pair : new TreeMap<>(context).entrySet()) {
        for (String text : new String[] {pair.getKey(), pair.getValue()}) {
          byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
          out.writeInt(utf8.length);
          out.write(utf8);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
