package io.hydrant.cli.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.id.Bytes;
import io.hydrant.replay.query.WhatIf;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.EncodedEvent;
import io.hydrant.replay.source.JournalSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a history without some events, or with others, would lead to. */
@Command(
    name = "what-if",
    description = "Folds a history again, without some events or with others, and compares.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A FILE holds a line for each event:",
      "  {\"after\": 3, \"name\": \"key.disabled/1\", \"event\": {\"at\": \"2026-11-23T03:14:07Z\"}}"
    })
final class WhatIfCommand extends JournalQueryCommand {
  @Parameters(
      index = "0",
      paramLabel = "ENTITY",
      description = "A name that `journal list` shows, or a part that fits no other")
  private String name;

  @Option(names = "--without", split = ",", paramLabel = "N", description = "Events to leave out")
  private Set<Long> without = Set.of();

  @Option(names = "--insert", paramLabel = "FILE", description = "Events to add")
  private Path file;

  @Override
  void read(JournalSource journal) {
    String entity = entity(journal, name);
    requireAll(journal, entity);
    WhatIf otherwise = WhatIf.of(journal, entity, without, inserted(entity));
    if (json()) {
      var answer = Json.object();
      answer.set("was", otherwise.was().json());
      answer.set("wouldBe", otherwise.wouldBe().json());
      otherwise.impossible().forEach(answer.withArray("impossible")::add);
      print(answer);
      return;
    }
    if (otherwise.differences().isEmpty()) {
      out().println("The state would be the same.");
    } else {
      out().println("The state would be different (actual -> changed):");
      otherwise.differences().forEach(each -> out().println("  " + each));
    }
    if (!otherwise.impossible().isEmpty()) {
      out().println("These events would not be possible, and are left out:");
      otherwise.impossible().forEach(each -> out().println("  " + each));
    }
  }

  /** Checks that the history has all the events to leave out. */
  private void requireAll(JournalSource journal, String entity) {
    Set<Long> missing = new TreeSet<>(without);
    journal.history(entity, stored -> missing.remove(stored.number()));
    if (!missing.isEmpty()) {
      throw new UsageException(entity + " has no event " + missing.iterator().next() + ".");
    }
  }

  private Map<Long, List<DecodedEvent>> inserted(String entity) {
    Map<Long, List<DecodedEvent>> events = new HashMap<>();
    if (file == null) {
      return events;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          JsonNode json = Json.MAPPER.readTree(line);
          events
              .computeIfAbsent(json.path("after").asLong(), after -> new ArrayList<>())
              .add(
                  new EncodedEvent(
                          entity,
                          json.path("after").asLong(),
                          json.path("name").asText(),
                          Bytes.wrap(json.path("event").toString().getBytes(UTF_8)))
                      .decoded());
        }
      }
      return events;
    } catch (IOException e) {
      throw new UsageException("The events in " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
