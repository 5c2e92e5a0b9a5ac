package io.hydrant.s3.storage;

import io.hydrant.s3.encryption.SegmentCipher;
import io.hydrant.s3.json.Json;
import io.hydrant.s3.message.BodySource;
import io.hydrant.s3.multipart.Upload;
import io.hydrant.s3.multipart.UploadedPart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Uploads in parts: one folder per upload, with a description of it and of each part. */
public final class UploadFiles {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final String UPLOAD = "upload.json";
  private static final String PART = ".part.json";

  private final Folders folders;
  private final StripedLocks locks;
  private final Incoming incoming;
  private final DurableFiles files;

  UploadFiles(Folders folders, StripedLocks locks, Incoming incoming, DurableFiles files) {
    this.folders = folders;
    this.locks = locks;
    this.incoming = incoming;
    this.files = files;
  }

  /**
   * Stores a new upload.
   *
   * @throws MissingBucketException where the bucket is gone
   */
  public void create(String bucket, Upload upload) throws IOException {
    locks.run(
        bucket,
        () -> {
          if (!Files.exists(folders.of(bucket).description())) {
            throw new MissingBucketException(bucket);
          }
          files.replace(
              folders.of(bucket).upload(upload.id()).resolve(UPLOAD),
              Json.MAPPER.writeValueAsBytes(upload));
        });
  }

  /** Returns an upload of that key, if there is one. */
  public Optional<Upload> find(String bucket, String key, String id) throws IOException {
    return ID.matcher(id).matches()
        ? read(folders.of(bucket).upload(id)).filter(upload -> upload.key().equals(key))
        : Optional.empty();
  }

  /** Returns all uploads of a bucket, by key and then by id, which is the order of their begin. */
  public List<Upload> all(String bucket) throws IOException {
    List<Upload> uploads = new ArrayList<>();
    for (Path folder : folders(bucket)) {
      read(folder).ifPresent(uploads::add);
    }
    uploads.sort(
        Comparator.comparing((Upload upload) -> KeyCursor.bytes(upload.key()))
            .thenComparing(Upload::id));
    return uploads;
  }

  private List<Path> folders(String bucket) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> ids = Files.newDirectoryStream(folders.of(bucket).uploads())) {
      ids.forEach(all::add);
    } catch (NoSuchFileException none) {
      return List.of();
    }
    return all;
  }

  private static Optional<Upload> read(Path folder) throws IOException {
    try {
      return Optional.of(
          Json.MAPPER.readValue(Files.readAllBytes(folder.resolve(UPLOAD)), Upload.class));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /** Begins the file of a part, which belongs to the upload after {@link #add}. */
  public ContentWriter begin(
      String bucket, String uploadId, String contentId, Optional<SegmentCipher> cipher)
      throws IOException {
    incoming.begin(new Incoming.Target(Incoming.Kind.PART, bucket, uploadId), contentId);
    return new ContentWriter(files, content(bucket, uploadId, contentId), cipher);
  }

  /** Drops bytes that did not become a part, also where there are none. */
  public void drop(String bucket, String uploadId, String contentId) throws IOException {
    recover(bucket, uploadId, contentId);
    incoming.end(contentId);
  }

  /** Ends what a process that died began with a part. */
  void recover(String bucket, String uploadId, String contentId) throws IOException {
    locks.run(
        uploadId,
        () -> {
          if (parts(bucket, uploadId).stream()
              .noneMatch(part -> part.contentId().equals(contentId))) {
            Files.deleteIfExists(content(bucket, uploadId, contentId));
          }
          deleteAborted(folders.of(bucket).upload(uploadId));
        });
  }

  /** Ends deletions of uploads of a bucket that a process began and did not end. */
  void recover(String bucket) throws IOException {
    for (Path folder : folders(bucket)) {
      locks.run(folder.getFileName().toString(), () -> deleteAborted(folder));
    }
  }

  private static void deleteAborted(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(UPLOAD))) {
      FolderTree.delete(folder);
    }
  }

  /**
   * Adds a part, in place of an earlier one with its number.
   *
   * @return whether the upload is still there
   */
  public boolean add(String bucket, String uploadId, UploadedPart part) throws IOException {
    Path folder = folders.of(bucket).upload(uploadId);
    return locks.call(
        uploadId,
        () -> {
          if (read(folder).isEmpty()
              || !Files.exists(content(bucket, uploadId, part.contentId()))) {
            return false;
          }
          Path description = folder.resolve(part.number() + PART);
          Optional<UploadedPart> earlier =
              Files.exists(description) ? Optional.of(part(description)) : Optional.empty();
          files.replace(description, Json.MAPPER.writeValueAsBytes(part));
          incoming.end(part.contentId());
          if (earlier.isPresent()) {
            Files.deleteIfExists(content(bucket, uploadId, earlier.get().contentId()));
          }
          return true;
        });
  }

  /** Returns the parts in the order of their numbers. */
  public List<UploadedPart> parts(String bucket, String uploadId) throws IOException {
    List<UploadedPart> parts = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folders.of(bucket).upload(uploadId), "*" + PART)) {
      for (Path file : files) {
        parts.add(part(file));
      }
    } catch (NoSuchFileException gone) {
      return List.of();
    }
    parts.sort(Comparator.comparing(UploadedPart::number));
    return parts;
  }

  private static UploadedPart part(Path file) throws IOException {
    return Json.MAPPER.readValue(Files.readAllBytes(file), UploadedPart.class);
  }

  /** Opens the bytes of a part. */
  public BodySource open(
      String bucket, String uploadId, UploadedPart part, Optional<SegmentCipher> cipher)
      throws IOException {
    FileChannel channel =
        FileChannel.open(content(bucket, uploadId, part.contentId()), StandardOpenOption.READ);
    return new ContentReader(channel, cipher, part.size(), 0, part.size());
  }

  /** Deletes an upload with its parts, if it is there. */
  public void delete(String bucket, String uploadId) throws IOException {
    locks.run(uploadId, () -> deleteNow(bucket, uploadId));
  }

  private void deleteNow(String bucket, String uploadId) throws IOException {
    Path folder = folders.of(bucket).upload(uploadId);
    files.delete(folder.resolve(UPLOAD));
    FolderTree.delete(folder);
  }

  /** Makes an object of the parts of an upload. */
  public interface Completion<T> {
    T complete() throws IOException;
  }

  /**
   * Completes an upload, and deletes it. No part is added or deleted meanwhile, and the upload is
   * not completed twice.
   *
   * @return empty where the upload is gone
   */
  public <T> Optional<T> complete(String bucket, String uploadId, Completion<T> completion)
      throws IOException {
    return locks.call(
        uploadId,
        () -> {
          if (read(folders.of(bucket).upload(uploadId)).isEmpty()) {
            return Optional.empty();
          }
          T completed = completion.complete();
          deleteNow(bucket, uploadId);
          return Optional.of(completed);
        });
  }

  private Path content(String bucket, String uploadId, String contentId) {
    return folders.of(bucket).upload(uploadId).resolve(contentId + ".part");
  }
}
