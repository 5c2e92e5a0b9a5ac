package io.hydrant.replay.inspector;

import io.hydrant.replay.JournalView;
import io.hydrant.replay.LiveBuffers;
import io.hydrant.replay.LiveNames;
import io.hydrant.replay.fold.Inspection;
import io.hydrant.replay.fold.KeyFold;
import io.hydrant.replay.fold.StreamFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The rows of the overview. The directories name what there is; histories are read of the rows of
 * the page only, a few at a time.
 */
final class OverviewReading {
  /** So many rows are read side by side. */
  static final int ROWS_AT_A_TIME = 8;

  private static final String STREAM_DIRECTORY = "directory|";
  private static final String KEY_DIRECTORY = "keys|";

  private final JournalView journal;
  private final LiveBuffers buffers;
  private final LiveNames names;

  OverviewReading(JournalView journal, LiveBuffers buffers, LiveNames names) {
    this.journal = journal;
    this.buffers = buffers;
    this.names = names;
  }

  /** The rows of one page each. */
  record Rows(Paged<Overview.StreamRow> streams, Paged<Overview.KeyRow> keys) {}

  CompletionStage<Rows> rows(OverviewQuestion question, Instant now) {
    return journal.entities().thenCompose(entities -> rows(entities, question, now));
  }

  private CompletionStage<Rows> rows(
      List<String> entities, OverviewQuestion question, Instant now) {
    return named(entities, STREAM_DIRECTORY, StreamFold.KIND, names::streams)
        .thenApply(all -> page(all, question, question.page()))
        .thenCompose(page -> few(page.items(), entity -> stream(entity, now)).thenApply(page::with))
        .thenCompose(
            streams ->
                named(entities, KEY_DIRECTORY, KeyFold.KIND, names::keys)
                    .thenApply(all -> page(all, question, question.keysPage()))
                    .thenCompose(page -> few(page.items(), this::key).thenApply(page::with))
                    .thenApply(keys -> new Rows(streams, keys)));
  }

  /** Where a directory does not answer, the journal's histories stand for it. */
  private static CompletionStage<List<String>> named(
      List<String> entities,
      String directory,
      String kind,
      Function<String, CompletionStage<List<String>>> live) {
    CompletionStage<List<String>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (String entity : entities) {
      if (entity.startsWith(directory)) {
        String prefix = kind + entity.substring(directory.length()) + "/";
        all =
            all.thenCompose(
                found ->
                    live.apply(entity.substring(directory.length()))
                        .thenApply(names -> names.stream().map(prefix::concat).toList())
                        .exceptionally(
                            silent ->
                                entities.stream().filter(id -> id.startsWith(prefix)).toList())
                        .thenApply(
                            more -> {
                              found.addAll(more);
                              return found;
                            }));
      }
    }
    return all;
  }

  private static Paged<String> page(List<String> all, OverviewQuestion question, int number) {
    return Paged.of(
        all.stream()
            .filter(entity -> question.wants(name(entity)))
            .sorted(
                Comparator.comparing(OverviewReading::name)
                    .thenComparing(Comparator.naturalOrder()))
            .toList(),
        number);
  }

  private static String name(String entity) {
    return entity.substring(entity.lastIndexOf('/') + 1);
  }

  /** The rows in their order; as many lanes as rows may be read side by side. */
  private static <R> CompletionStage<List<R>> few(
      List<String> entities, Function<String, CompletionStage<Optional<R>>> row) {
    List<CompletableFuture<Optional<R>>> rows = new ArrayList<>();
    for (int i = 0; i < entities.size(); i++) {
      String entity = entities.get(i);
      rows.add(
          (i < ROWS_AT_A_TIME
                  ? row.apply(entity)
                  : rows.get(i - ROWS_AT_A_TIME).thenCompose(before -> row.apply(entity)))
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(rows.toArray(CompletableFuture[]::new))
        .thenApply(
            done -> rows.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList());
  }

  private CompletionStage<Optional<Overview.StreamRow>> stream(String entity, Instant now) {
    return journal
        .history(entity)
        .thenCompose(
            own -> {
              int incarnation = Math.max(1, StreamFold.incarnations(own));
              return StreamFold.stream(entity, own).isEmpty()
                  ? CompletableFuture.completedFuture(Optional.empty())
                  : journal
                      .history(Inspection.budget(entity, incarnation))
                      .thenCombine(
                          buffers.summary(Inspection.buffer(entity, incarnation)),
                          (budget, buffer) -> StreamRows.stream(entity, own, budget, buffer, now));
            });
  }

  private CompletionStage<Optional<Overview.KeyRow>> key(String entity) {
    return journal.history(entity).thenApply(KeyRows::key);
  }
}
