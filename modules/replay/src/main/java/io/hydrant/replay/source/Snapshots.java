package io.hydrant.replay.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.core.id.Bytes;
import io.hydrant.journal.JournalSerializer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Pekko's folder of snapshots, each of which holds one event that replaces a trimmed history.
 *
 * <p>A file is named {@code snapshot-ENTITY-NUMBER-MILLIS}, the entity URL-encoded. It starts with
 * the length of a header, which is a serializer's number and the event's name; integers are little
 * endian.
 */
public final class Snapshots {
  private final Path folder;

  public Snapshots(Path folder) {
    this.folder = folder;
  }

  /** Returns the newest snapshot of an entity. */
  public Optional<StoredEvent> newest(String entity) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    String prefix = prefix(entity);
    Optional<Path> newest = Optional.empty();
    long number = -1;
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            folder, file -> file.getFileName().toString().startsWith(prefix))) {
      for (Path file : files) {
        String[] rest = file.getFileName().toString().substring(prefix.length()).split("-", -1);
        long its = rest.length == 2 && rest[0].matches("[0-9]{1,18}") ? Long.parseLong(rest[0]) : 0;
        if (its > number) {
          number = its;
          newest = Optional.of(file);
        }
      }
      return newest.isEmpty()
          ? Optional.empty()
          : Optional.of(read(entity, number, newest.get(), Files.readAllBytes(newest.get())));
    } catch (IOException e) {
      throw new UnreadableJournalException("The snapshots in " + folder + " cannot be read.", e);
    }
  }

  /** Stores an event as the snapshot of its entity. */
  public void write(StoredEvent stored, Instant at) throws IOException {
    byte[] name = stored.name().getBytes(UTF_8);
    byte[] event = stored.bytes().unsafeArray();
    Files.write(
        folder.resolve(prefix(stored.entity()) + stored.number() + "-" + at.toEpochMilli()),
        ByteBuffer.allocate(2 * Integer.BYTES + name.length + event.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(Integer.BYTES + name.length)
            .putInt(JournalSerializer.IDENTIFIER)
            .put(name)
            .put(event)
            .array());
  }

  private static String prefix(String entity) {
    return "snapshot-" + URLEncoder.encode(entity, UTF_8) + "-";
  }

  private static StoredEvent read(String entity, long number, Path file, byte[] content) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
      byte[] name = new byte[Math.subtractExact(buffer.getInt(), Integer.BYTES)];
      buffer.getInt();
      buffer.get(name);
      byte[] event = new byte[buffer.remaining()];
      buffer.get(event);
      return new EncodedEvent(entity, number, new String(name, UTF_8), Bytes.wrap(event));
    } catch (BufferUnderflowException | NegativeArraySizeException | ArithmeticException e) {
      throw new UnreadableJournalException(
          "The snapshot " + file + " of " + entity + " is not in Pekko's form.", e);
    }
  }
}
