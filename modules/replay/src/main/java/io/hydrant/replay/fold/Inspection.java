package io.hydrant.replay.fold;

import io.hydrant.core.entity.History;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.QuotaEvent;
import io.hydrant.replay.JournalView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gathers from the journal what belongs to a stream: its keys, its budgets, its buffers. */
public final class Inspection {
  private final JournalView journal;

  public Inspection(JournalView journal) {
    this.journal = journal;
  }

  public CompletionStage<List<List<JournalView.Entry>>> histories(List<String> entities) {
    CompletionStage<List<List<JournalView.Entry>>> all =
        CompletableFuture.completedFuture(new ArrayList<>());
    for (String entity : entities) {
      all =
          all.thenCombine(
              journal.history(entity),
              (list, history) -> {
                list.add(history);
                return list;
              });
    }
    return all;
  }

  /** The stream's events and those of its keys, budgets and buffers; records' arrivals left out. */
  public CompletionStage<Timeline> timeline(String stream) {
    return journal
        .history(stream)
        .thenCompose(
            own -> {
              List<String> others = new ArrayList<>();
              for (int incarnation = 1;
                  incarnation <= StreamFold.incarnations(own);
                  incarnation++) {
                others.add(budget(stream, incarnation));
                others.add(buffer(stream, incarnation));
              }
              StreamFold.keys(own).stream()
                  .flatMap(arn -> KeyFold.entity(arn).stream())
                  .forEach(others::add);
              return histories(others)
                  .thenApply(
                      histories -> {
                        histories.add(0, own);
                        List<List<? extends JournalView.Step>> steps = new ArrayList<>();
                        histories.forEach(history -> steps.add(told(history)));
                        steps.add(refused(stream, StreamFold.keys(own)));
                        return Timeline.of(steps);
                      });
            });
  }

  /** Refused calls that named the stream or one of its keys. */
  private List<JournalView.Refused> refused(String stream, Set<String> keys) {
    StreamArn arn = StreamFold.arn(stream);
    return journal.refusedCalls().stream()
        .filter(
            call ->
                call.concernsStream(arn.account(), arn.region(), arn.name().value())
                    || keys.stream()
                        .anyMatch(key -> call.concernsKey(key.substring(key.lastIndexOf('/') + 1))))
        .map(JournalView.Refused::new)
        .toList();
  }

  private static List<JournalView.Entry> told(List<JournalView.Entry> history) {
    return history.stream()
        .filter(entry -> !entry.name().startsWith("buffer.records-appended/"))
        .toList();
  }

  /** What stood beside the stream after that part of its timeline. */
  public Map<String, String> beside(String stream, Timeline until) {
    Map<String, String> facts = new LinkedHashMap<>();
    List<JournalView.Entry> own = until.of(stream);
    if (until.size() > 0) {
      Instant then = until.steps().get(until.size() - 1).at();
      facts.put("Moment", Pretty.time(then) + " UTC");
      String budget = budget(stream, Math.max(1, StreamFold.incarnations(own)));
      facts.put("Starts and stops left", Integer.toString(budgetLeft(until.of(budget), then)));
    }
    for (String arn : StreamFold.keys(own)) {
      Optional<String> words =
          KeyFold.entity(arn).flatMap(key -> KeyFold.key(until.of(key))).map(KeyFold::inWords);
      words.ifPresent(state -> facts.put("Key " + arn.substring(arn.lastIndexOf('/') + 1), state));
    }
    return facts;
  }

  public static int budgetLeft(List<JournalView.Entry> history, Instant now) {
    return History.fold(
            EncryptionCallBudget.UNUSED,
            history.stream().map(entry -> (QuotaEvent) entry.event()).toList())
        .left(now);
  }

  public static String budget(String stream, int incarnation) {
    return "budget|" + id(stream) + "/" + incarnation;
  }

  public static String buffer(String stream, int incarnation) {
    return "buffer|" + id(stream) + "/" + incarnation;
  }

  private static String id(String stream) {
    return stream.substring(StreamFold.KIND.length());
  }
}
