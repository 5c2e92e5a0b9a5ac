package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one entity's lines of an exported journal. */
final class FileCursor implements Cursor {
  private final Path file;
  private final String entity;
  private final BufferedReader lines;

  /**
   * @param beginning where the entity's first line begins
   */
  FileCursor(Path file, String entity, long beginning) {
    this.file = file;
    this.entity = entity;
    try {
      InputStream in = Files.newInputStream(file);
      this.lines = new BufferedReader(new InputStreamReader(in, UTF_8));
      in.skipNBytes(beginning);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public Optional<StoredEvent> next() {
    try {
      String line = lines.readLine();
      if (line == null) {
        return Optional.empty();
      }
      ObjectNode object = ChainedLine.parse(line).object();
      return object.path("entity").asText().equals(entity)
          ? Optional.of(ExportedEvent.read(object))
          : Optional.empty();
    } catch (DamagedLineException e) {
      throw new UnreadableJournalException(
          "A line of " + entity + " in " + file + " is damaged: " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private UnreadableJournalException unreadable(IOException e) {
    return new UnreadableJournalException(
        "The file " + file + " cannot be read: " + e.getMessage(), e);
  }
}
