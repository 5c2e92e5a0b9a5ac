package io.hydrant.s3.storage;

import io.hydrant.s3.json.Json;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;

/** Reads objects without a lock, also while they are changed. */
record ObjectReader(Folders folders) {
  /** Returns an object, if there is one. */
  Optional<StoredObject> find(String bucket, String key) throws IOException {
    return read(folders.description(bucket, key));
  }

  /**
   * Opens the bytes of a version.
   *
   * @param choose picks the version, or throws; it is called again where the object changes at the
   *     same time
   * @throws NoSuchFileException where a user has removed the file
   */
  OpenObject open(String bucket, String key, Function<Optional<StoredObject>, ObjectVersion> choose)
      throws IOException {
    while (true) {
      Optional<StoredObject> object = find(bucket, key);
      ObjectVersion version = choose.apply(object);
      Path content = folders.of(bucket).content(version.contentId().orElseThrow());
      Optional<FileChannel> channel = channel(content);
      if (channel.isPresent()) {
        return new OpenObject(version, channel.get());
      }
      channel = channel(folders.readable(bucket, key));
      if (find(bucket, key).equals(object) && !Files.exists(content)) {
        if (channel.isPresent() && version.equals(object.orElseThrow().newest())) {
          return new OpenObject(version, channel.get());
        }
        if (channel.isPresent()) {
          channel.get().close();
        }
        throw new NoSuchFileException(content.toString());
      }
      if (channel.isPresent()) {
        channel.get().close();
      }
    }
  }

  private static Optional<FileChannel> channel(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(FileChannel.open(file, StandardOpenOption.READ));
    } catch (FileSystemException missing) {
      // Another call has removed it, or one of its folders has become the file of another object.
      if (Files.isRegularFile(file)) {
        throw missing;
      }
      return Optional.empty();
    }
  }

  private static Optional<StoredObject> read(Path description) throws IOException {
    try {
      return Optional.of(
          Json.MAPPER.readValue(Files.readAllBytes(description), StoredObject.class));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }
}
