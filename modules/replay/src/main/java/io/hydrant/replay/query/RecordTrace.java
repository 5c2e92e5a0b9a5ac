package io.hydrant.replay.query;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.ProcessingEvent;
import io.hydrant.replay.projection.Formats;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows an accepted record: its encryption, its batch, its delivery. */
final class RecordTrace {
  private final long position;
  private final List<String> lines = new ArrayList<>();
  private Optional<BufferEvent.BatchPlanned> batch = Optional.empty();
  private Optional<AppendedRecords> chunk = Optional.empty();
  private Optional<Long> leftBefore = Optional.empty();
  private final MadeTrace made = new MadeTrace();
  private boolean found;
  private boolean ended;

  private RecordTrace(long position) {
    this.position = position;
  }

  static List<String> tell(JournalSource journal, String stream, long position) {
    String buffers = EntityTypes.BUFFER.persistenceId(EntityTypes.STREAM.id(stream)) + "/";
    List<String> all = new ArrayList<>();
    for (String buffer : journal.entities()) {
      if (buffer.startsWith(buffers)) {
        RecordTrace why = new RecordTrace(position);
        journal.decoded(buffer, why::step);
        if (why.found) {
          all.addAll(why.sentences(journal, stream, buffer));
        } else {
          why.leftBefore.ifPresent(
              number ->
                  all.add(
                      "Record "
                          + position
                          + " had left "
                          + buffer
                          + " before event "
                          + number
                          + ", delivered or given up; the events with more detail are trimmed."));
        }
      }
    }
    if (all.isEmpty()) {
      all.add(
          "The stream has never held a record "
              + position
              + ", which is the place that the id stands for.");
    }
    return all;
  }

  private List<String> sentences(JournalSource journal, String stream, String buffer) {
    List<String> sentences = new ArrayList<>(List.of("Record " + position + " of " + buffer + ":"));
    lines.forEach(line -> sentences.add("  " + line));
    AppendedRecords kept = chunk.orElseThrow();
    int generation = Integer.parseInt(buffer.substring(buffer.lastIndexOf('/') + 1));
    StreamAt then = StreamAt.of(journal, stream, generation, kept.epoch(), kept.at());
    then.status()
        .ifPresent(
            status ->
                sentences.add("When it arrived, the stream's encryption was " + status + "."));
    then.key()
        .ifPresent(
            key -> sentences.add("Key epoch " + kept.epoch() + " is of " + key.keyArn() + "."));
    if (!ended) {
      sentences.add(
          then.suspended()
              .map(failure -> "It waits, since KMS does not open its key: " + failure.details())
              .orElse("It waits for its delivery."));
    }
    return sentences;
  }

  private void step(DecodedEvent entry) {
    ((BufferEvent) entry.event()).accept(new Step(entry));
  }

  /** Follows the record through one event of its buffer; returns true once the record is found. */
  private final class Step implements BufferEvent.Visitor<Boolean> {
    private final DecodedEvent entry;

    Step(DecodedEvent entry) {
      this.entry = entry;
    }

    @Override
    public Boolean visit(BufferEvent.RecordsAppended appended) {
      if (holds(appended.chunk())) {
        kept(entry, appended.chunk());
      }
      return found;
    }

    @Override
    public Boolean visit(ProcessingEvent.RecordsProcessed processed) {
      if (isProcessed(processed.endPosition())) {
        tell(entry, made.processed(processed.made()));
        ended = made.isEnded();
      }
      return found;
    }

    @Override
    public Boolean visit(ProcessingEvent.ProcessingAttemptFailed failed) {
      if (isProcessed(failed.failed().endPosition())) {
        DeliveryFailure failure = failed.failed().failure();
        tell(entry, "attempt " + failure.attempts() + " to process it failed: " + failure.reason());
      }
      return found;
    }

    @Override
    public Boolean visit(ProcessingEvent.ProcessingGivenUp given) {
      if (isProcessed(given.endPosition())) {
        ended = true;
        tell(entry, "given up, since it could not be processed: " + given.reason());
      }
      return found;
    }

    private boolean isProcessed(long endPosition) {
      return found && !ended && batch.isEmpty() && made.isWaiting() && endPosition > position;
    }

    @Override
    public Boolean visit(BufferEvent.BatchPlanned planned) {
      if (planned.batch().place().isPresent()) {
        made.planned(planned.batch()).ifPresent(text -> tell(entry, text));
        return found;
      }
      if (found && batch.isEmpty() && planned.batch().endPosition() > position) {
        batch = Optional.of(planned);
        tell(entry, "became part of " + MadeTrace.text(planned.batch()));
      }
      return found;
    }

    @Override
    public Boolean visit(BufferEvent.BatchDelivered delivered) {
      if (isMine(delivered.number())) {
        end(delivered.number());
        tell(entry, batch.isPresent() ? "delivered" : "batch " + delivered.number() + " delivered");
      }
      return found;
    }

    @Override
    public Boolean visit(BufferEvent.DeliveryAttemptFailed failed) {
      if (isMine(failed.number())) {
        tell(
            entry,
            "attempt " + failed.failure().attempts() + " failed: " + failed.failure().reason());
      }
      return found;
    }

    @Override
    public Boolean visit(BufferEvent.DeliveryGivenUp given) {
      if (isMine(given.number())) {
        end(given.number());
        tell(entry, "given up after " + given.attempts() + " attempts: " + given.reason());
      }
      return found;
    }

    private boolean isMine(long number) {
      return batch.filter(mine -> mine.batch().number() == number).isPresent()
          || made.holds(number);
    }

    private void end(long number) {
      made.ended(number);
      ended = batch.isPresent() || made.isEnded();
    }

    @Override
    public Boolean visit(BufferEvent.EpochFenced fenced) {
      return false;
    }

    @Override
    public Boolean visit(BufferEvent.FlushRequested ordered) {
      return false;
    }

    @Override
    public Boolean visit(BufferEvent.BufferCloseRequested closing) {
      return false;
    }

    @Override
    public Boolean visit(BufferEvent.RecordsDiscarded discarded) {
      if (found && !ended) {
        ended = true;
        tell(entry, "given up, since the stream was deleted and delivery did not succeed");
      }
      return found;
    }

    @Override
    public Boolean visit(BufferEvent.BufferSnapshotTaken over) {
      over.buffer().pending().toList().stream()
          .filter(RecordTrace.this::holds)
          .forEach(chunk -> kept(entry, chunk));
      if (!found && position < over.buffer().nextPosition()) {
        leftBefore = Optional.of(entry.number());
      }
      return found;
    }
  }

  private boolean holds(AppendedRecords chunk) {
    return chunk.firstPosition() <= position && position < chunk.nextPosition();
  }

  private void kept(DecodedEvent entry, AppendedRecords holding) {
    found = true;
    chunk = Optional.of(holding);
    String sealed =
        holding.epoch() == 0 ? "unencrypted" : "encrypted under key epoch " + holding.epoch();
    lines.add(
        Formats.time(holding.at())
            + "  accepted and stored "
            + sealed
            + " (event "
            + entry.number()
            + ")");
  }

  private void tell(DecodedEvent entry, String what) {
    lines.add(Formats.time(entry.event().at()) + "  " + what + " (event " + entry.number() + ")");
  }
}
