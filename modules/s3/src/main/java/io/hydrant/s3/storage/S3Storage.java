package io.hydrant.s3.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.s3.json.Json;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * A folder with buckets and objects. Several processes on one machine can open the same folder.
 * Calls block.
 */
public final class S3Storage implements Closeable {
  private static final int FORMAT = 1;

  private final Folders folders;
  private final StripedLocks locks;
  private final Incoming incoming;

  private S3Storage(Folders folders, StripedLocks locks, Incoming incoming) {
    this.folders = folders;
    this.locks = locks;
    this.incoming = incoming;
  }

  /**
   * Opens a folder, and ends what processes that died have begun in it.
   *
   * @param root is made when missing
   */
  public static S3Storage open(Path root) throws IOException {
    Path own = Folders.own(root);
    Files.createDirectories(own);
    Folders folders = new Folders(root, names(own));
    Files.createDirectories(folders.buckets());
    S3Storage storage =
        new S3Storage(
            folders, new StripedLocks(own.resolve("locks")), new Incoming(own.resolve("incoming")));
    storage.incoming.recover(storage.objects()::recover);
    return storage;
  }

  public BucketFiles buckets() {
    return new BucketFiles(folders, locks);
  }

  public ObjectFiles objects() {
    return new ObjectFiles(folders, locks, incoming);
  }

  public UploadFiles uploads() {
    return new UploadFiles(folders, locks);
  }

  /** Deletes all buckets with their objects. */
  public void clear() throws IOException {
    locks.callAlone(
        () -> {
          BucketFiles.deleteTree(folders.buckets());
          try (var files = Files.newDirectoryStream(folders.root())) {
            for (Path file : files) {
              if (!file.equals(folders.own())) {
                BucketFiles.deleteTree(file);
              }
            }
          }
          return Files.createDirectories(folders.buckets());
        });
  }

  @Override
  public void close() throws IOException {
    incoming.close();
    locks.close();
  }

  /** Reads how names become paths, or decides it for a new folder. */
  private static FileNames names(Path own) throws IOException {
    Path format = own.resolve("format.json");
    if (!Files.exists(format)) {
      DurableFiles.replace(
          format,
          Json.MAPPER.writeValueAsBytes(Map.of("format", FORMAT, "namesFolded", isFolding(own))));
    }
    JsonNode stored = Json.MAPPER.readTree(Files.readAllBytes(format));
    if (stored.path("format").asInt() != FORMAT) {
      throw new IOException(
          "The S3 folder "
              + own.getParent()
              + " has format "
              + stored.path("format").asInt()
              + ", which this version does not read");
    }
    return new FileNames(stored.path("namesFolded").asBoolean());
  }

  /** Returns whether the file system takes two names for one that differ in case only. */
  private static boolean isFolding(Path own) throws IOException {
    Path probe = own.resolve("probe-" + UUID.randomUUID() + "-x");
    Files.write(probe, "x".getBytes(StandardCharsets.UTF_8));
    try {
      String name = probe.getFileName().toString();
      return Files.exists(own.resolve(name.substring(0, name.length() - 1) + "X"));
    } finally {
      Files.delete(probe);
    }
  }
}
