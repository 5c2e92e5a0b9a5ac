package io.hydrant.s3.storage;

import io.hydrant.s3.encryption.SegmentCipher;
import io.hydrant.s3.json.Json;
import io.hydrant.s3.object.ObjectVersion;
import io.hydrant.s3.object.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The objects of the buckets. The file that describes an object is the truth: replacing it is the
 * moment at which a change happens. The bytes lie in a file of their own, named by an id; where
 * they are not encrypted, that file then moves to the object's key below the bucket's folder.
 */
public final class ObjectFiles {
  private final Folders folders;
  private final StripedLocks locks;
  private final Incoming incoming;
  private final DurableFiles files;
  private final ReadableFiles readable;
  private final ObjectReader reader;

  ObjectFiles(ReadableFiles readable, StripedLocks locks, Incoming incoming, DurableFiles files) {
    this.folders = readable.folders();
    this.readable = readable;
    this.locks = locks;
    this.incoming = incoming;
    this.files = files;
    this.reader = new ObjectReader(folders);
  }

  /** Returns an object, if there is one. */
  public Optional<StoredObject> find(String bucket, String key) throws IOException {
    return reader.find(bucket, key);
  }

  /** Returns a new id for the bytes of an object. */
  public static String newContentId() {
    return UUID.randomUUID().toString();
  }

  /** Begins the file of an object's bytes, which no reader sees before {@link #change}. */
  public ContentWriter begin(
      String bucket, String key, String contentId, Optional<SegmentCipher> cipher)
      throws IOException {
    incoming.begin(new Incoming.Target(Incoming.Kind.OBJECT, bucket, key), contentId);
    return new ContentWriter(files, folders.of(bucket).content(contentId), cipher);
  }

  /** Drops bytes that did not become part of the object, also where there are none. */
  public void drop(String bucket, String key, String contentId) throws IOException {
    recover(bucket, key, contentId);
    incoming.end(contentId);
  }

  /**
   * Changes an object in one step.
   *
   * @param change gets the object, if there is one, and returns its versions, the newest first;
   *     none removes the object. It may throw, and nothing is changed then.
   * @return the object before the change
   * @throws MissingBucketException where the bucket is gone
   */
  public Optional<StoredObject> change(
      String bucket, String key, Function<Optional<StoredObject>, List<ObjectVersion>> change)
      throws IOException {
    return locks.call(
        bucket + "/" + key,
        () -> {
          if (!Files.exists(folders.of(bucket).description())) {
            throw new MissingBucketException(bucket);
          }
          Optional<StoredObject> before = find(bucket, key);
          if (before.isPresent()) {
            settle(bucket, before.get());
          }
          List<ObjectVersion> versions = change.apply(before);
          Set<String> replaced = new HashSet<>(before.map(StoredObject::contents).orElse(Set.of()));
          StoredObject after = new StoredObject(key, versions, Set.of());
          Set<String> added = new HashSet<>(after.contents());
          added.removeAll(replaced);
          requireWritten(bucket, added);
          replaced.removeAll(after.contents());
          for (String contentId : replaced) {
            incoming.begin(new Incoming.Target(Incoming.Kind.OBJECT, bucket, key), contentId);
          }
          store(bucket, before, new StoredObject(key, versions, replaced));
          added.addAll(replaced);
          for (String contentId : added) {
            incoming.end(contentId);
          }
          return before;
        });
  }

  /** A bucket that was deleted and created again since the bytes arrived does not have them. */
  private void requireWritten(String bucket, Set<String> contentIds) throws IOException {
    for (String contentId : contentIds) {
      if (!Files.exists(folders.of(bucket).content(contentId))) {
        throw new MissingBucketException(bucket);
      }
    }
  }

  private void store(String bucket, Optional<StoredObject> before, StoredObject after)
      throws IOException {
    Path description = folders.description(bucket, after.key());
    keepReadable(bucket, before, after);
    if (after.versions().isEmpty()) {
      files.delete(description);
      remove(bucket, after);
      DurableFiles.prune(description.getParent(), folders.of(bucket).objects());
    } else {
      files.replace(description, Json.MAPPER.writeValueAsBytes(after));
      settle(bucket, after);
    }
  }

  /**
   * Moves the bytes of a version that stays away from the key's path, before a newer version comes
   * there.
   */
  private void keepReadable(String bucket, Optional<StoredObject> before, StoredObject after)
      throws IOException {
    Optional<String> published =
        before
            .flatMap(object -> object.newest().contentId())
            .filter(id -> !Files.exists(folders.of(bucket).content(id)))
            .filter(id -> after.contents().contains(id))
            .filter(id -> !after.newest().contentId().equals(Optional.of(id)));
    if (published.isPresent()) {
      Path content = folders.of(bucket).content(published.get());
      try {
        readable.takeBack(bucket, after.key(), content, files);
      } catch (NoSuchFileException removedByHand) {
        // The version has no bytes any more, which must not hinder newer ones.
      }
    }
  }

  /** Deletes what the last change replaced, and moves readable bytes to the object's key. */
  private void settle(String bucket, StoredObject object) throws IOException {
    for (String contentId : object.replaced()) {
      Files.deleteIfExists(folders.of(bucket).content(contentId));
    }
    Optional<Path> content = object.newest().contentId().map(folders.of(bucket)::content);
    if (content.isEmpty()) {
      readable.delete(bucket, object.key());
    } else if (Files.exists(content.get())
        && !(object.newest().isReadable()
            && readable.publish(bucket, content.get(), object.key()))) {
      readable.delete(bucket, object.key());
    }
  }

  private void remove(String bucket, StoredObject object) throws IOException {
    for (String contentId : object.replaced()) {
      Files.deleteIfExists(folders.of(bucket).content(contentId));
    }
    readable.delete(bucket, object.key());
  }

  /** Ends what a process that died began with an object. */
  void recover(String bucket, String key, String contentId) throws IOException {
    locks.run(
        bucket + "/" + key,
        () -> {
          Optional<StoredObject> object = find(bucket, key);
          if (object.isPresent()) {
            settle(bucket, object.get());
          } else if (Files.exists(folders.of(bucket).own())) {
            readable.delete(bucket, key);
          }
          if (object.stream().noneMatch(each -> each.contents().contains(contentId))) {
            Files.deleteIfExists(folders.of(bucket).content(contentId));
          }
        });
  }

  /** Describes a plain file, for {@link #adopt}. */
  interface Description {
    ObjectVersion of(Path file, String contentId) throws IOException;
  }

  /** Makes an object of a plain file below the bucket's folder, also when that was begun before. */
  void adopt(String bucket, String key, Path file, Description description) throws IOException {
    locks.run(
        bucket + "/" + key,
        () -> {
          Optional<StoredObject> known = find(bucket, key);
          if (known.isEmpty()) {
            ObjectVersion version = description.of(file, newContentId());
            known = Optional.of(new StoredObject(key, List.of(version), Set.of()));
            files.replace(
                folders.description(bucket, key), Json.MAPPER.writeValueAsBytes(known.get()));
          }
          if (!file.equals(folders.readable(bucket, key))) {
            Path content =
                folders.of(bucket).content(known.get().newest().contentId().orElseThrow());
            files.createFolders(content.getParent());
            files.move(file, content);
          }
        });
  }

  /**
   * Opens the bytes of a version.
   *
   * @param choose picks the version, or throws; it is called again where the object changes at the
   *     same time
   * @throws NoSuchFileException where a user has removed the file
   */
  public OpenObject open(
      String bucket, String key, Function<Optional<StoredObject>, ObjectVersion> choose)
      throws IOException {
    return reader.open(bucket, key, choose);
  }
}
