package io.hydrant.replay.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.projection.EventDecoder;
import io.hydrant.replay.projection.EventLine;
import io.hydrant.replay.projection.Formats;
import io.hydrant.replay.projection.KeyFold;
import io.hydrant.replay.projection.RelatedEntities;
import io.hydrant.replay.projection.StreamFold;
import io.hydrant.replay.source.JournalSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a call was refused: what stood at that moment, and which events had made it so. */
final class FailureExplanation {
  private final JournalSource journal;
  private final AuditEntry call;
  private final List<String> lines = new ArrayList<>();

  private FailureExplanation(JournalSource journal, AuditEntry call) {
    this.journal = journal;
    this.call = call;
  }

  static List<String> tell(JournalSource journal, String stream, AuditEntry call) {
    FailureExplanation why = new FailureExplanation(journal, call);
    why.call();
    why.stream(stream);
    return why.lines;
  }

  private void call() {
    lines.add(
        call.operation()
            + " by "
            + call.principalArn()
            + " at "
            + Formats.time(call.at())
            + " was refused: "
            + call.code()
            + ".");
    lines.add("The error's message: " + call.message());
  }

  private void stream(String stream) {
    List<JournalView.Entry> history = new ArrayList<>();
    EventDecoder.each(journal, stream, history::add);
    List<JournalView.Entry> before =
        history.stream().filter(entry -> !entry.event().at().isAfter(call.at())).toList();
    JsonNode then = then(stream).at("/DeliveryStreamDescription");
    if (then.isMissingNode()) {
      lines.add("At that moment there was no stream of this name.");
    } else {
      JsonNode encryption = then.path("DeliveryStreamEncryptionConfiguration");
      lines.add(
          "The stream was "
              + then.path("DeliveryStreamStatus").asText()
              + ", its encryption "
              + encryption.path("Status").asText()
              + (encryption.has("KeyARN") ? " with " + encryption.path("KeyARN").asText() : "")
              + ".");
    }
    if (call.code().contains("Limit")) {
      budget(stream, Math.max(1, StreamFold.generations(before)));
    }
    keys(StreamFold.keys(before)).forEach(this::key);
  }

  /** Those that the error names; where it names none, all. */
  private Set<String> keys(Set<String> keys) {
    Set<String> named = new java.util.TreeSet<>(keys);
    named.removeIf(arn -> !call.message().contains(arn));
    return named.isEmpty() ? keys : named;
  }

  private void budget(String stream, int generation) {
    JsonNode budget = then(RelatedEntities.budget(stream, generation));
    lines.add(
        "Of the 25 starts and stops in 24 hours "
            + budget.path("CallsThatCount").size()
            + " had been made, the first of them at "
            + budget.path("CallsThatCount").path(0).asText("no time")
            + ".");
  }

  private void key(String arn) {
    Optional<String> entity = KeyFold.entity(arn).filter(journal.entities()::contains);
    if (entity.isEmpty()) {
      lines.add("Of the key " + arn + " this journal knows nothing.");
      return;
    }
    List<JournalView.Entry> changes = new ArrayList<>();
    EventDecoder.each(
        journal,
        entity.get(),
        entry -> {
          if (!entry.event().at().isAfter(call.at())) {
            changes.add(entry);
          }
        });
    lines.add(
        "The key "
            + arn
            + " was "
            + then(entity.get()).at("/KeyMetadata/KeyState").asText("not there")
            + (changes.isEmpty() ? "." : "; what had last happened to it:"));
    changes.subList(Math.max(0, changes.size() - 3), changes.size()).forEach(this::event);
  }

  private void event(JournalView.Entry entry) {
    lines.add(
        "  "
            + Formats.time(entry.event().at())
            + "  "
            + EventLine.of(entry)
            + entry
                .metadata()
                .flatMap(c -> c.requestId())
                .map(id -> " (request " + id + ")")
                .orElse(""));
  }

  private JsonNode then(String entity) {
    return State.at(journal, entity, new PointInTime(Optional.empty(), Optional.of(call.at())))
        .json(call.at());
  }
}
