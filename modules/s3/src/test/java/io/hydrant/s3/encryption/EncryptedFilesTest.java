package io.hydrant.s3.encryption;

import static io.hydrant.s3.encryption.SegmentCipher.SEGMENT_BYTES;
import static io.hydrant.s3.encryption.SegmentCipher.TAG_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.id.Bytes;
import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.object.ObjectEncryption;
import io.hydrant.s3.object.ObjectHeaders;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import io.hydrant.s3.storage.ContentWriter;
import io.hydrant.s3.storage.ObjectFiles;
import io.hydrant.s3.storage.OpenObject;
import io.hydrant.s3.storage.S3Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encrypted objects in the folder of a storage. Both objects of a test have one data key. */
class EncryptedFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final Bytes KEY = Bytes.ofUtf8("a data key of thirty-two bytes!!");
  private static final int SEALED_BYTES = SEGMENT_BYTES + TAG_BYTES;

  @TempDir private Path folder;
  private S3Storage storage;

  @BeforeEach
  void open() throws IOException {
    storage = S3Storage.open(folder, "000000000000");
    storage.buckets().create(new Bucket("b", NOW, "us-east-1", "000000000000", Map.of()));
  }

  @AfterEach
  void close() throws IOException {
    storage.close();
  }

  private static byte[] bytes(int size, int seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Writes an object in pieces of an odd size, and returns its file. */
  private Path write(String key, byte[] bytes) throws IOException {
    String id = ObjectFiles.newContentId();
    Optional<SegmentCipher> cipher = Optional.of(new SegmentCipher(KEY, id));
    try (ContentWriter writer = storage.objects().begin("b", key, id, cipher)) {
      for (int at = 0; at < bytes.length; at += 1000) {
        writer.write(ByteBuffer.wrap(bytes, at, Math.min(1000, bytes.length - at)));
      }
      writer.finish();
    }
    ObjectVersion version =
        new ObjectVersion(
            Optional.of(id),
            ObjectVersion.NULL_VERSION,
            NOW,
            bytes.length,
            "etag",
            ObjectHeaders.NONE,
            Optional.empty(),
            new ObjectEncryption.Customer("md5"),
            List.of(),
            Map.of(),
            "STANDARD");
    storage.objects().change("b", key, before -> List.of(version));
    return fileOf(bytes.length);
  }

  /** Finds the newest file of that many clear bytes. */
  private Path fileOf(int size) throws IOException {
    long sealed = size + SegmentCipher.segments(size) * TAG_BYTES;
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toFile().length() == sealed)
          .max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
          .orElseThrow();
    }
  }

  private byte[] read(String key, long first, long length) throws IOException {
    OpenObject open =
        storage.objects().open("b", key, object -> object.map(StoredObject::newest).orElseThrow());
    Optional<SegmentCipher> cipher =
        open.version().contentId().map(id -> new SegmentCipher(KEY, id));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (BodySource source = open.read(cipher, first, length)) {
      for (byte[] piece = source.read(); piece.length > 0; piece = source.read()) {
        all.writeBytes(piece);
      }
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, 3 * SEGMENT_BYTES})
  void an_object_of_any_size_is_read_as_it_was_written(int size) throws IOException {
    byte[] clear = bytes(size, 1);
    write("k", clear);
    assertThat(read("k", 0, size)).isEqualTo(clear);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "65535, 2",
    "65536, 1",
    "1, 200000",
    "65536, 65536",
    "131071, 65538",
    "199999, 1",
    "100, 0"
  })
  void any_range_is_read_alone(int first, int length) throws IOException {
    byte[] clear = bytes(200_001, 2);
    write("k", clear);
    assertThat(read("k", first, length))
        .isEqualTo(Arrays.copyOfRange(clear, first, first + length));
  }

  @Test
  void a_file_without_its_last_segment_or_its_last_byte_is_detected() throws IOException {
    int size = 2 * SEGMENT_BYTES + 5;
    Path file = write("k", bytes(size, 3));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThatThrownBy(() -> read("k", 0, size)).isInstanceOf(IOException.class);
    Files.write(file, Arrays.copyOf(whole, 2 * SEALED_BYTES));
    assertThatThrownBy(() -> read("k", 0, size)).isInstanceOf(IOException.class);
    Files.write(file, whole);
    assertThat(read("k", 0, size)).hasSize(size);
  }

  @Test
  void swapped_segments_are_detected() throws IOException {
    int size = 3 * SEGMENT_BYTES;
    Path file = write("k", bytes(size, 4));
    byte[] whole = Files.readAllBytes(file);
    byte[] swapped = whole.clone();
    System.arraycopy(whole, 0, swapped, SEALED_BYTES, SEALED_BYTES);
    System.arraycopy(whole, SEALED_BYTES, swapped, 0, SEALED_BYTES);
    Files.write(file, swapped);
    assertThatThrownBy(() -> read("k", 0, size)).hasMessageContaining("changed on disk");
    assertThatThrownBy(() -> read("k", SEGMENT_BYTES, 1)).hasMessageContaining("changed on disk");
    assertThat(read("k", 2L * SEGMENT_BYTES, 5)).hasSize(5);
  }

  @Test
  void the_file_of_another_object_under_the_same_key_is_detected() throws IOException {
    Path first = write("first", bytes(100, 5));
    Path second = write("second", bytes(101, 6));
    byte[] before = Files.readAllBytes(first);
    Files.write(first, Arrays.copyOf(Files.readAllBytes(second), before.length));
    assertThatThrownBy(() -> read("first", 0, 100)).hasMessageContaining("changed on disk");
    Path third = write("third", bytes(100, 7));
    Files.write(first, Files.readAllBytes(third));
    assertThatThrownBy(() -> read("first", 0, 100)).hasMessageContaining("changed on disk");
    Files.write(first, before);
    assertThat(read("first", 0, 100)).isEqualTo(bytes(100, 5));
  }
}
