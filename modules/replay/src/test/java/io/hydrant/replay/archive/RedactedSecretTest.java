package io.hydrant.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document.Encrypted;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.replay.MemoryJournal;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted secrets of destinations in exports. */
class RedactedSecretTest {
  private static final String STREAM = "stream|000000000000/us-east-1/orders";
  private static final Bytes SECRET = Bytes.ofUtf8("encrypted bytes");
  private static final String TEXT = Base64.getEncoder().encodeToString(SECRET.toArray());
  private static final EventMetadata CAUSE =
      new EventMetadata("Call", "arn:aws:iam::000000000000:user/mallory", Optional.empty());

  @TempDir Path folder;

  private static StreamEvent updated(Bytes secret) {
    return new StreamEvent.DestinationUpdated(
        SmallJournal.AT,
        new Destination(
            DestinationType.REDSHIFT, Structure.empty().with("Password", new Encrypted(secret))));
  }

  private static String export(UnaryOperator<ObjectNode> how) {
    MemoryJournal journal = new MemoryJournal().with(STREAM, CAUSE, updated(SECRET));
    StringWriter out = new StringWriter();
    JournalExport.write(journal, out, false, how);
    return out.toString();
  }

  private List<Event<?>> events(String export) throws Exception {
    Path file = Files.writeString(folder.resolve("journal.jsonl"), export);
    JournalSource journal = ExportedJournal.open(file);
    List<Event<?>> events = new ArrayList<>();
    for (String entity : journal.entities()) {
      journal.history(entity, each -> events.add(each.decoded().event()));
    }
    return events;
  }

  @Test
  void an_export_has_the_secret_as_the_journal_has_it() throws Exception {
    String export = export(UnaryOperator.identity());
    assertThat(export).contains("\"Password\":{\"$encrypted\":\"" + TEXT + "\"}");
    assertThat(events(export)).isEqualTo(List.of(updated(SECRET)));
  }

  @Test
  void the_event_that_people_are_shown_says_that_there_is_a_secret() {
    String shown = new DecodedEvent(STREAM, 1, updated(SECRET), Optional.of(CAUSE)).json();
    assertThat(shown).doesNotContain(TEXT).contains("\"Password\":{\"$encrypted\":\"\"}");
    String text = "\"$encrypted\":\"YWJj\"";
    StreamEvent clients =
        new StreamEvent.DestinationUpdated(
            SmallJournal.AT,
            new Destination(
                DestinationType.REDSHIFT, Structure.empty().with("Name", new Text(text))));
    assertThat(new DecodedEvent(STREAM, 1, clients, Optional.of(CAUSE)).json()).contains("YWJj");
  }

  @Test
  void a_redacted_export_shows_that_there_is_a_secret_and_can_be_read() throws Exception {
    String export = export(new Redaction());
    assertThat(export).doesNotContain(TEXT).contains("\"Password\":{\"$encrypted\":\"\"}");
    assertThat(events(export)).isEqualTo(List.of(updated(Bytes.EMPTY)));
  }
}
