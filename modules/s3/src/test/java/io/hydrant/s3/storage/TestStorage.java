package io.hydrant.s3.storage;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.encryption.SegmentCipher;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.multipart.Upload;
import io.hydrant.s3.multipart.UploadedPart;
import io.hydrant.s3.object.ObjectEncryption;
import io.hydrant.s3.object.ObjectHeaders;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts, gets and lists objects of a storage, as the operations do. */
final class TestStorage {
  static final String ACCOUNT = "000000000000";
  static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private TestStorage() {}

  static S3Storage open(Path root) throws IOException {
    return S3Storage.open(root, ACCOUNT);
  }

  static S3Storage withBucket(Path root, String bucket) throws IOException {
    S3Storage storage = open(root);
    create(storage, bucket);
    return storage;
  }

  static void create(S3Storage storage, String bucket) throws IOException {
    storage.buckets().create(new Bucket(bucket, NOW, "us-east-1", ACCOUNT, Map.of()));
  }

  static ObjectVersion version(String contentId, long size, ObjectEncryption encryption) {
    return new ObjectVersion(
        Optional.of(contentId),
        ObjectVersion.NULL_VERSION,
        NOW,
        size,
        "etag",
        ObjectHeaders.NONE,
        Optional.empty(),
        encryption,
        List.of(),
        Map.of(),
        "STANDARD");
  }

  static void put(S3Storage storage, String bucket, String key, String text) throws IOException {
    put(storage, bucket, key, text, new ObjectEncryption.Managed(Optional.empty()));
  }

  static void put(
      S3Storage storage, String bucket, String key, String text, ObjectEncryption encryption)
      throws IOException {
    String id = write(storage, bucket, key, text);
    long size = text.getBytes(StandardCharsets.UTF_8).length;
    storage.objects().change(bucket, key, before -> List.of(version(id, size, encryption)));
  }

  /** Writes the bytes of an object that is not there yet, and returns their id. */
  static String write(S3Storage storage, String bucket, String key, String text)
      throws IOException {
    String id = ObjectFiles.newContentId();
    try (ContentWriter writer = storage.objects().begin(bucket, key, id, Optional.empty())) {
      writer.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      writer.finish();
    }
    return id;
  }

  static Upload upload(String id, String key) {
    return new Upload(
        id,
        key,
        NOW,
        "arn:aws:iam::000000000000:root",
        ObjectHeaders.NONE,
        Optional.empty(),
        Optional.empty(),
        new ObjectEncryption.Managed(Optional.empty()),
        Map.of(),
        "STANDARD");
  }

  static boolean addPart(S3Storage storage, String bucket, String uploadId, int number, String text)
      throws IOException {
    String id = ObjectFiles.newContentId();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (ContentWriter writer = storage.uploads().begin(bucket, uploadId, id, Optional.empty())) {
      writer.write(ByteBuffer.wrap(bytes));
      writer.finish();
    }
    return storage
        .uploads()
        .add(
            bucket,
            uploadId,
            new UploadedPart(number, id, NOW, bytes.length, "etag", Optional.empty()));
  }

  static void delete(S3Storage storage, String bucket, String key) throws IOException {
    storage.objects().change(bucket, key, before -> List.of());
  }

  static String get(S3Storage storage, String bucket, String key) throws IOException {
    OpenObject open =
        storage
            .objects()
            .open(bucket, key, object -> object.map(StoredObject::newest).orElseThrow());
    return read(open.read(Optional.<SegmentCipher>empty(), 0, open.version().size()));
  }

  static String read(BodySource source) throws IOException {
    try (source) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (byte[] piece = source.read(); piece.length > 0; piece = source.read()) {
        all.writeBytes(piece);
      }
      return all.toString(StandardCharsets.UTF_8);
    }
  }

  static List<String> list(S3Storage storage, String bucket) throws IOException {
    List<String> keys = new ArrayList<>();
    KeyCursor cursor = storage.buckets().keys(bucket);
    Optional<String> key = cursor.ceiling("");
    while (key.isPresent()) {
      keys.add(KeyCursor.key(key.get()));
      key = cursor.ceiling(key.get() + "\0");
    }
    return keys;
  }
}
