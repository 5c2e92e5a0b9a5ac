package io.hydrant.replay.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hydrant.http.Json;
import io.hydrant.http.RefusedCall;
import io.hydrant.http.RefusedCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refused calls, a JSON object a line, in two files beside the journal: when the newer one has half
 * of the room it takes the older one's place. Writing happens on a thread of its own; calls that
 * come faster than the disk takes them are counted and left out, since a call must not wait for it.
 */
public final class AuditTrail implements RefusedCalls, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final String NEWER = "refused-calls.jsonl";
  private static final String OLDER = "refused-calls.1.jsonl";
  private static final int WAITING_MAX = 4_096;

  private final Path folder;
  private final long bytesMax;
  private final Supplier<Instant> clock;
  private final AtomicLong leftOut = new AtomicLong();
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_MAX),
          runnable -> new Thread(runnable, "audit"),
          (late, executor) -> leftOut.incrementAndGet());

  /**
   * @param bytesMax of both files together; 0 keeps nothing
   */
  public AuditTrail(Path folder, long bytesMax, Supplier<Instant> clock) {
    this.folder = folder;
    this.bytesMax = bytesMax;
    this.clock = clock;
  }

  @Override
  public void note(RefusedCall call) {
    if (bytesMax > 0) {
      AuditEntry entry = AuditEntry.of(clock.get(), call);
      writer.execute(() -> write(entry));
    }
  }

  private void write(AuditEntry entry) {
    try {
      Files.createDirectories(folder);
      Path newer = folder.resolve(NEWER);
      byte[] line = (entry.json() + "\n").getBytes(UTF_8);
      if (Files.exists(newer) && Files.size(newer) + line.length > bytesMax / 2) {
        Files.move(newer, folder.resolve(OLDER), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.write(newer, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      long missing = leftOut.getAndSet(0);
      if (missing > 0) {
        LOG.warn("{} refused calls came too fast to be kept in {}", missing, folder);
      }
    } catch (IOException e) {
      LOG.warn("A refused call could not be kept in {}: {}", folder, e.toString());
    }
  }

  /** What is kept in that folder, oldest first. */
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

  /** Fills a folder that has none yet. */
  public static void write(Path folder, List<AuditEntry> entries) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(NEWER), entries.stream().map(entry -> entry.json().toString()).toList());
  }

  /** The same at once; none where they cannot be read. */
  public static List<AuditEntry> list(Path folder) {
    List<AuditEntry> entries = new ArrayList<>();
    try {
      read(folder, entries::add);
    } catch (IOException e) {
      LOG.warn("The refused calls in {} cannot be read: {}", folder, e.toString());
    }
    return entries;
  }

  /** Waits for what is still to be written. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("The last refused calls could not be kept in {}", folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
