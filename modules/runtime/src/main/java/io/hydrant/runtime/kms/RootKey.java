package io.hydrant.runtime.kms;

import io.hydrant.core.id.Bytes;
import io.hydrant.runtime.crypto.AesGcm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;

/** The node's own key: all key material is stored wrapped under it. */
public final class RootKey {
  private static final String FILE = "kms-root-key";
  private final byte[] key;

  private RootKey(byte[] key) {
    this.key = key;
  }

  /**
   * The key that was given, or the one in the folder, made when missing and readable by its owner
   * alone.
   *
   * @param given base64 of 32 bytes
   * @throws IOException with a sentence for a person
   */
  public static RootKey load(Optional<String> given, Path folder) throws IOException {
    if (given.isPresent()) {
      return decode(given.get(), "HYDRANT_KMS_ROOT_KEY");
    }
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      create(file);
    }
    return decode(Files.readString(file, StandardCharsets.US_ASCII).strip(), file.toString());
  }

  private static void create(Path file) throws IOException {
    Path fresh = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        fresh,
        Base64.getEncoder().encodeToString(AesGcm.newKey()) + "\n",
        StandardCharsets.US_ASCII,
        StandardOpenOption.SYNC,
        StandardOpenOption.WRITE);
    // A crash leaves either no key or a whole one.
    Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static RootKey decode(String text, String where) throws IOException {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("The KMS root key in " + where + " is not base64.", e);
    }
    if (key.length != AesGcm.KEY_BYTES) {
      throw new IOException(
          "The KMS root key in "
              + where
              + " has "
              + key.length
              + " bytes; it must be base64 of "
              + AesGcm.KEY_BYTES
              + " bytes.");
    }
    return new RootKey(key);
  }

  /**
   * @param bound the ARN of the key whose material it is
   */
  Bytes wrap(byte[] material, String bound) {
    return Bytes.wrap(AesGcm.seal(key, bound.getBytes(StandardCharsets.UTF_8), material));
  }

  byte[] unwrap(Bytes wrapped, String bound) {
    return AesGcm.open(key, bound.getBytes(StandardCharsets.UTF_8), wrapped.unsafeArray())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The material of "
                        + bound
                        + " was wrapped under another root key; start the node with the root key"
                        + " that its data folder was made with."));
  }
}
