package io.hydrant.s3.storage;

import io.hydrant.s3.encryption.SegmentCipher;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes the bytes of an object, or of a part of one, to a new file: as they are, or sealed. */
public final class ContentWriter implements Closeable {
  private final DurableFiles files;
  private final Path file;
  private final FileChannel channel;
  private final Optional<SegmentCipher> cipher;
  private final ByteBuffer segment = ByteBuffer.allocate(SegmentCipher.SEGMENT_BYTES);
  private long number;
  private long size;
  private boolean kept;

  ContentWriter(DurableFiles files, Path file, Optional<SegmentCipher> cipher) throws IOException {
    files.createFolders(file.getParent());
    this.files = files;
    this.file = file;
    this.cipher = cipher;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Returns the number of clear bytes so far. */
  public long size() {
    return size;
  }

  /** Writes the remaining bytes, up to the buffer's limit. */
  public void write(ByteBuffer bytes) throws IOException {
    size += bytes.remaining();
    if (cipher.isEmpty()) {
      writeAll(bytes);
      return;
    }
    while (bytes.hasRemaining()) {
      if (!segment.hasRemaining()) {
        seal(false);
      }
      int count = Math.min(segment.remaining(), bytes.remaining());
      segment.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
    }
  }

  /** Ends the file and waits until the disk has it. */
  public void finish() throws IOException {
    if (cipher.isPresent()) {
      seal(true);
    }
    files.disk().keepFile(file, channel);
    channel.close();
    files.disk().keepNames(file.getParent());
    kept = true;
  }

  private void seal(boolean last) throws IOException {
    segment.flip();
    writeAll(ByteBuffer.wrap(cipher.orElseThrow().seal(number++, last, segment)));
    segment.clear();
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Deletes the file, unless it was finished. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!kept) {
      Files.deleteIfExists(file);
    }
  }
}
