package io.hydrant.replay.tell;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.Chunk;
import io.hydrant.core.entity.Event;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.fold.Entries;
import io.hydrant.replay.fold.Pretty;
import io.hydrant.replay.source.JournalSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What became of a record that was accepted: where it was kept, sealed how, delivered whither. */
final class WhyStored {
  private static final int ID_BYTES = 24;

  private final long position;
  private final List<String> lines = new ArrayList<>();
  private Optional<BufferEvent.BatchPlanned> batch = Optional.empty();
  private boolean found;

  private WhyStored(long position) {
    this.position = position;
  }

  /** The record's place in its stream, which the last bytes of its id tell. */
  static OptionalLong position(String recordId) {
    try {
      byte[] id = Base64.getUrlDecoder().decode(recordId);
      return id.length == ID_BYTES
          ? OptionalLong.of(ByteBuffer.wrap(id).getLong(ID_BYTES - Long.BYTES))
          : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  static List<String> tell(JournalSource journal, String stream, long position) {
    String buffers = stream.replaceFirst("stream\\|", "buffer|") + "/";
    List<String> all = new ArrayList<>();
    for (String buffer : journal.entities()) {
      if (buffer.startsWith(buffers)) {
        WhyStored why = new WhyStored(position);
        Entries.each(journal, buffer, why::step);
        if (why.found) {
          all.addAll(why.told(buffer));
        }
      }
    }
    if (all.isEmpty()) {
      all.add(
          "Record "
              + position
              + " of the stream is in no buffer any more: it was delivered and the journal trimmed,"
              + " or it was never accepted.");
    }
    return all;
  }

  private List<String> told(String buffer) {
    List<String> told = new ArrayList<>(List.of("Record " + position + " of " + buffer + ":"));
    lines.forEach(line -> told.add("  " + line));
    return told;
  }

  private void step(JournalView.Entry entry) {
    Event<?> event = entry.event();
    if (event instanceof BufferEvent.RecordsAppended appended) {
      if (holds(appended.chunk())) {
        kept(entry, appended.chunk());
      }
    } else if (event instanceof BufferEvent.BufferCarriedOver over) {
      over.buffer().pending().toList().stream()
          .filter(this::holds)
          .forEach(chunk -> kept(entry, chunk));
    } else if (event instanceof BufferEvent.BatchPlanned planned) {
      if (found && batch.isEmpty() && planned.batch().endPosition() > position) {
        batch = Optional.of(planned);
        tell(
            entry,
            "became part of batch " + planned.batch().number() + ", " + planned.batch().target());
      }
    } else if (event instanceof BufferEvent.BatchDelivered delivered) {
      if (batch.filter(mine -> mine.batch().number() == delivered.number()).isPresent()) {
        tell(entry, "delivered");
      }
    } else if (event instanceof BufferEvent.RecordsDiscarded && found) {
      tell(entry, "given up, since the stream was deleted and delivery did not succeed");
    }
  }

  private boolean holds(Chunk chunk) {
    return chunk.firstPosition() <= position && position < chunk.nextPosition();
  }

  private void kept(JournalView.Entry entry, Chunk chunk) {
    found = true;
    String sealed =
        chunk.epoch() == 0
            ? "as it came, not encrypted"
            : "sealed under key epoch " + chunk.epoch();
    lines.add(
        Pretty.time(chunk.at())
            + "  accepted and kept "
            + sealed
            + " (event "
            + entry.number()
            + ")");
  }

  private void tell(JournalView.Entry entry, String what) {
    lines.add(Pretty.time(entry.event().at()) + "  " + what + " (event " + entry.number() + ")");
  }
}
