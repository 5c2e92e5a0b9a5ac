package io.hydrant.replay.fold;

import io.hydrant.core.entity.History;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.QuotaEvent;
import io.hydrant.replay.JournalView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
              Related related = new Related(stream);
              own.forEach(entry -> related.see(entry.event()));
              return histories(related.entities())
                  .thenApply(
                      histories -> {
                        histories.add(0, own);
                        List<List<? extends JournalView.Step>> steps = new ArrayList<>();
                        histories.forEach(history -> steps.add(told(history)));
                        steps.add(related.of(journal.refusedCalls()));
                        return Timeline.of(steps);
                      });
            });
  }

  private static List<JournalView.Entry> told(List<JournalView.Entry> history) {
    return history.stream().filter(entry -> Related.isTold(entry.name())).toList();
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
    return Related.budget(stream, incarnation);
  }

  public static String buffer(String stream, int incarnation) {
    return Related.buffer(stream, incarnation);
  }
}
