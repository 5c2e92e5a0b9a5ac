package io.hydrant.replay.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hydrant.api.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps refused calls, a JSON object a line, in two files beside the journal. The newer file
 * replaces the older one when it has half of the space.
 *
 * @param bytesMax the size of both files together; 0 keeps nothing
 */
public record FolderAudit(Path folder, long bytesMax) implements AuditStore {
  private static final Logger LOG = LoggerFactory.getLogger(FolderAudit.class);
  private static final String NEWER = "refused-calls.jsonl";
  private static final String OLDER = "refused-calls.1.jsonl";

  @Override
  public void append(AuditEntry entry) throws IOException {
    if (bytesMax == 0) {
      return;
    }
    Files.createDirectories(folder);
    Path newer = folder.resolve(NEWER);
    byte[] line = (entry.json() + "\n").getBytes(UTF_8);
    if (Files.exists(newer) && Files.size(newer) + line.length > bytesMax / 2) {
      Files.move(newer, folder.resolve(OLDER), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.write(newer, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public void close() {}

  /** Passes the calls that are kept in that folder to the consumer, oldest first. */
  public static void read(Path folder, Consumer<AuditEntry> each) throws IOException {
    for (String name : new String[] {OLDER, NEWER}) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try {
              AuditEntry.of(Json.MAPPER.readTree(line)).ifPresent(each);
            } catch (JsonProcessingException cutShort) {
              LOG.debug("A line of {} is not whole", file);
            }
          }
        }
      }
    }
  }

  /** Writes calls into a folder that has none. */
  public static void write(Path folder, List<AuditEntry> entries) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(NEWER), entries.stream().map(entry -> entry.json().toString()).toList());
  }

  /** Returns the same calls; none where they cannot be read. */
  public static List<AuditEntry> list(Path folder) {
    List<AuditEntry> entries = new ArrayList<>();
    try {
      read(folder, entries::add);
    } catch (IOException e) {
      LOG.warn("The refused calls in {} cannot be read: {}", folder, e.toString());
    }
    return entries;
  }
}
