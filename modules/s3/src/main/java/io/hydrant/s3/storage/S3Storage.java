package io.hydrant.s3.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.json.Json;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
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
  private static final int STRIPES = 64;
  private static final int FEW_STRIPES = 16;

  private final Folders folders;
  private final StripedLocks locks;
  private final StripedLocks trees;
  private final StripedLocks uploadLocks;
  private final Incoming incoming;
  private final DurableFiles files;

  private S3Storage(
      Folders folders,
      StripedLocks locks,
      StripedLocks trees,
      StripedLocks uploadLocks,
      Incoming incoming,
      DurableFiles files) {
    this.folders = folders;
    this.locks = locks;
    this.trees = trees;
    this.uploadLocks = uploadLocks;
    this.incoming = incoming;
    this.files = files;
  }

  /**
   * Opens a folder, and ends what processes that died have begun in it. The plain files of an
   * earlier build become objects.
   *
   * @param root is made when missing
   * @param account the owner of the buckets of an earlier build
   */
  public static S3Storage open(Path root, String account) throws IOException {
    return open(root, account, Disk.REAL);
  }

  static S3Storage open(Path root, String account, Disk disk) throws IOException {
    Path own = Folders.own(root);
    Files.createDirectories(own);
    try (StripedLocks start = new StripedLocks(own.resolve("locks/start"), 1)) {
      return start.callAlone(() -> openAlone(root, account, disk));
    }
  }

  private static S3Storage openAlone(Path root, String account, Disk disk) throws IOException {
    Path own = Folders.own(root);
    Incoming incoming = new Incoming(own.resolve("incoming"));
    S3Storage storage =
        new S3Storage(
            new Folders(root, names(own)),
            new StripedLocks(own.resolve("locks/objects"), STRIPES),
            new StripedLocks(own.resolve("locks/trees"), FEW_STRIPES),
            new StripedLocks(own.resolve("locks/uploads"), FEW_STRIPES),
            incoming,
            new DurableFiles(incoming.unfinished(), disk));
    try {
      storage.start(own.resolve("format.json"), account);
      return storage;
    } catch (IOException | RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  /**
   * The file with the format is written last: as long as it is missing, plain files are adopted.
   */
  private void start(Path format, String account) throws IOException {
    Files.createDirectories(folders.buckets());
    if (!Files.exists(format)) {
      new EarlierFolder(folders.root(), buckets(), objects(), account).adopt();
      files.replace(
          format,
          Json.MAPPER.writeValueAsBytes(
              Map.of("format", FORMAT, "namesFolded", folders.names().folded())));
    }
    buckets().recover();
    for (Bucket bucket : buckets().all()) {
      uploads().recover(bucket.name());
    }
    incoming.recover(this::recover);
  }

  private void recover(Incoming.Target target, String contentId) throws IOException {
    switch (target.kind()) {
      case OBJECT -> objects().recover(target.bucket(), target.name(), contentId);
      case PART -> uploads().recover(target.bucket(), target.name(), contentId);
    }
  }

  public BucketFiles buckets() {
    return new BucketFiles(folders, locks, files);
  }

  public ObjectFiles objects() {
    return new ObjectFiles(new ReadableFiles(folders, trees), locks, incoming, files);
  }

  public UploadFiles uploads() {
    return new UploadFiles(folders, uploadLocks, incoming, files);
  }

  /** Deletes all buckets with their objects. */
  public void clear() throws IOException {
    locks.callAlone(
        () -> {
          FolderTree.delete(folders.buckets());
          try (DirectoryStream<Path> all = Files.newDirectoryStream(folders.root())) {
            for (Path file : all) {
              if (!file.equals(folders.own())) {
                FolderTree.delete(file);
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
    trees.close();
    uploadLocks.close();
  }

  /** Reads how names become paths, or finds it out for a new folder. */
  private static FileNames names(Path own) throws IOException {
    Path format = own.resolve("format.json");
    if (!Files.exists(format)) {
      return new FileNames(isFolding(own));
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
