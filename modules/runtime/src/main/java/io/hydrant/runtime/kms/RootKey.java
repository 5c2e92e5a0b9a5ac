package io.hydrant.runtime.kms;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyMaterial;
import io.hydrant.runtime.crypto.AesGcm;
import io.hydrant.runtime.crypto.Derivation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The 32 bytes that wrap all key material of this node. They are never printed. */
public final class RootKey {
  /** The file in the data folder, one line of base64, readable by its owner alone. */
  public static final String FILE_NAME = "kms-root-key";

  private static final int FINGERPRINT_BYTES = 8;

  private final byte[] key;

  private RootKey(byte[] key) {
    this.key = key;
  }

  /** Returns a root key that is not stored, for tests. */
  public static RootKey ephemeral() {
    return new RootKey(AesGcm.random(AesGcm.KEY_BYTES));
  }

  /**
   * Returns the key of the setting {@code HYDRANT_KMS_ROOT_KEY} (base64 of 32 bytes), else that of
   * the file {@value #FILE_NAME} in the data folder, which is created when it does not exist.
   *
   * @throws RootKeyException with a sentence for the operator
   */
  public static RootKey load(Optional<String> setting, Path dataFolder) {
    if (setting.isPresent()) {
      return decode(setting.get(), "HYDRANT_KMS_ROOT_KEY");
    }
    Path file = dataFolder.resolve(FILE_NAME);
    try {
      return decode(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
    } catch (NoSuchFileException missing) {
      return create(file);
    } catch (IOException e) {
      throw new RootKeyException("The KMS root key in " + file + " cannot be read: " + e, e);
    }
  }

  private static RootKey decode(String base64, String source) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      throw new RootKeyException("The KMS root key in " + source + " is not base64.");
    }
    if (key.length != AesGcm.KEY_BYTES) {
      throw new RootKeyException(
          "The KMS root key in " + source + " has " + key.length + " bytes; it needs 32.");
    }
    return new RootKey(key);
  }

  /** Creates the file by a move, so that a crash leaves no incomplete key under the final name. */
  private static RootKey create(Path file) {
    byte[] key = AesGcm.random(AesGcm.KEY_BYTES);
    Path draft = file.resolveSibling(FILE_NAME + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(draft);
      Files.createFile(draft, ownerOnly(file));
      Files.writeString(
          draft,
          Base64.getEncoder().encodeToString(key) + "\n",
          StandardCharsets.US_ASCII,
          StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file);
      return new RootKey(key);
    } catch (FileAlreadyExistsException raced) {
      throw new RootKeyException(
          "The KMS root key " + file + " was just created by another process; start again.");
    } catch (IOException e) {
      throw new RootKeyException("The KMS root key " + file + " cannot be written: " + e, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Derives a key for another purpose from the root key. */
  public byte[] derive(String purpose) {
    return Derivation.derive(key, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a text that differs between root keys and reveals nothing about them. */
  public String fingerprint() {
    return HexFormat.of().formatHex(derive("fingerprint"), 0, FINGERPRINT_BYTES);
  }

  /** Wraps material of that key and version. */
  Bytes wrap(KeyArn arn, int version, byte[] material) {
    return Bytes.wrap(AesGcm.seal(key, associatedData(arn, version), material));
  }

  /** Returns the plaintext material; empty if it was wrapped under another root key. */
  Optional<byte[]> unwrap(KeyMaterial material) {
    return AesGcm.open(
        key, associatedData(material.key(), material.version()), material.wrapped().unsafeArray());
  }

  private static byte[] associatedData(KeyArn arn, int version) {
    return ("kms-material " + arn + " " + version).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "RootKey[hidden]";
  }
}
