package io.hydrant.core.buffer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever happens to a buffer that processes its records: each record is delivered to the places
 * that its processing chose, once, and in order.
 */
class StagedDeliveriesTest {
  private static final List<OutputPlace> PLACES =
      List.of(
          OutputPlace.data(Map.of("key", "a"), Map.of()),
          OutputPlace.data(Map.of("key", "b"), Map.of()),
          OutputPlace.errors("processing-failed"));

  private RecordBuffer buffer = RecordBuffer.EMPTY;
  private Instant now = Instant.parse("2026-11-28T12:00:00Z");
  private final List<List<String>> expected =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private final List<String> expectedBackup = new ArrayList<>();
  private final Map<OutputPlace, List<String>> delivered = new HashMap<>();
  private int accepted;

  private void handle(BufferCommand<?> command) {
    buffer = Fold.fold(buffer, command.decide(buffer, now).events());
  }

  private void append(int records) {
    List<Bytes> stored = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      stored.add(Bytes.ofUtf8("record " + accepted++));
    }
    handle(
        new BufferCommand.AppendRecords(
            buffer.nextPosition(),
            1,
            stored,
            stored.stream().mapToLong(Bytes::size).sum(),
            BufferHistory.POLICY,
            Optional.of(new BufferingPolicy(30, 5)),
            Long.MAX_VALUE));
  }

  /** Performs a task that is due, or fails at it. */
  private void perform(int which, boolean succeeds) {
    List<BufferTask> due =
        BufferTask.pendingTasks(buffer).stream()
            .filter(each -> !now.isBefore(each.due()))
            .map(PendingTask::task)
            .toList();
    if (!due.isEmpty()) {
      due.get(which % due.size()).accept(new Performing(succeeds));
    }
  }

  private final class Performing implements BufferTask.Visitor<Boolean> {
    private final boolean succeeds;

    Performing(boolean succeeds) {
      this.succeeds = succeeds;
    }

    @Override
    public Boolean visit(BufferTask.NameObject task) {
      throw new AssertionError("The records of this stream are processed first");
    }

    @Override
    public Boolean visit(BufferTask.ProcessRecords task) {
      long end = buffer.stagedRecords().processingEnd(buffer.pending());
      if (!succeeds) {
        handle(
            new ProcessingCommand.ProcessingAttemptFailed(task.firstPosition(), end, true, "No."));
        return false;
      }
      long position = buffer.stagedRecords().nextPosition();
      List<ProcessedRecords> made = new ArrayList<>();
      for (AppendedRecords chunk : buffer.pending().before(end)) {
        for (Bytes record : chunk.records()) {
          String text = text(record);
          int place = text.hashCode() & 3;
          if (place < PLACES.size()) {
            made.add(made(PLACES.get(place), position++, record));
            expected.get(place).add(text);
          }
          made.add(made(OutputPlace.backup(), position++, record));
          expectedBackup.add(text);
        }
      }
      handle(
          new ProcessingCommand.StoreProcessed(
              task.firstPosition(), end, buffer.stagedRecords().nextPosition(), made, true));
      return true;
    }

    private ProcessedRecords made(OutputPlace place, long position, Bytes record) {
      return new ProcessedRecords(
          place,
          BufferHistory.POLICY,
          new AppendedRecords(now, position, 1, List.of(record), record.size()));
    }

    @Override
    public Boolean visit(BufferTask.NameOutput task) {
      handle(
          new ProcessingCommand.PlanOutput(
              task.place(), task.firstPosition(), BufferHistory.TARGET, Optional.empty()));
      return true;
    }

    @Override
    public Boolean visit(BufferTask.Deliver task) {
      Batch batch = task.batch();
      if (!succeeds) {
        handle(new BufferCommand.AttemptFailed(batch.number(), "No bucket."));
        return false;
      }
      List<String> texts =
          delivered.computeIfAbsent(batch.place().orElseThrow(), first -> new ArrayList<>());
      for (AppendedRecords chunk : buffer.of(batch)) {
        chunk.records().forEach(each -> texts.add(text(each)));
      }
      handle(new BufferCommand.BatchUploaded(batch.number()));
      return true;
    }
  }

  private static String text(Bytes record) {
    return new String(record.toArray(), UTF_8);
  }

  @Property(tries = 200)
  void each_record_arrives_once_where_its_processing_sent_it(
      @ForAll @Size(max = 60) List<@IntRange(max = 99) Integer> steps) {
    for (int step : steps) {
      switch (step % 5) {
        case 0 -> append(1 + step % 7);
        case 1 -> now = now.plusSeconds(step);
        case 2 -> handle(new BufferCommand.RequestFlush());
        case 3 -> perform(step, false);
        default -> perform(step, true);
      }
    }
    append(1);
    for (int i = 0; !buffer.isEmpty(); i++) {
      assertThat(i).as("steps to the end").isLessThan(10_000);
      now = now.plusSeconds(60);
      perform(i, true);
    }
    for (int place = 0; place < PLACES.size(); place++) {
      assertThat(delivered.getOrDefault(PLACES.get(place), List.of()))
          .isEqualTo(expected.get(place));
    }
    assertThat(delivered.get(OutputPlace.backup())).isEqualTo(expectedBackup).hasSize(accepted);
  }
}
