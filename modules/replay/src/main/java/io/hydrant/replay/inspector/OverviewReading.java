package io.hydrant.replay.inspector;

import io.hydrant.replay.JournalView;
import io.hydrant.replay.LiveKeys;
import io.hydrant.replay.LiveStreams;
import io.hydrant.replay.fold.KeyFold;
import io.hydrant.replay.fold.StreamFold;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of the overview. The directories name what there is; the entities of the rows of the
 * page are asked themselves, a few at a time. Whatever does not answer, there is a page.
 */
final class OverviewReading {
  private static final Logger LOG = LoggerFactory.getLogger(OverviewReading.class);
  private static final String STREAM_DIRECTORY = "directory|";
  private static final String KEY_DIRECTORY = "keys|";

  private final JournalView journal;
  private final LiveStreams streams;
  private final LiveKeys keys;

  OverviewReading(JournalView journal, LiveStreams streams, LiveKeys keys) {
    this.journal = journal;
    this.streams = streams;
    this.keys = keys;
  }

  /**
   * The rows of one page each.
   *
   * @param missing what the page leaves out or could not learn
   */
  record Rows(
      Paged<Overview.StreamRow> streams, Paged<Overview.KeyRow> keys, OverviewGaps missing) {}

  /** The rows of a table, and of which places names are missing. */
  private record Table<R>(Paged<R> rows, Directories.Found found) {}

  CompletionStage<Rows> rows(OverviewQuestion question, Instant now) {
    return journal
        .entities()
        .handle(
            (entities, failure) -> {
              if (failure != null) {
                LOG.warn("The journal did not name its entities in time: {}", failure.toString());
              }
              return Optional.ofNullable(entities);
            })
        .thenCompose(
            entities -> rows(entities.orElse(List.of()), question, now, entities.isEmpty()));
  }

  private CompletionStage<Rows> rows(
      List<String> entities, OverviewQuestion question, Instant now, boolean journalSilent) {
    Paged<String> places = Paged.of(places(entities, question), question.placesPage());
    return table(
            entities,
            places.items(),
            new Directories(STREAM_DIRECTORY, StreamFold.KIND, streams::names),
            all -> page(all, question, question.page()),
            entity -> stream(id(entity), now))
        .thenCombine(
            table(
                entities,
                places.items(),
                new Directories(KEY_DIRECTORY, KeyFold.KIND, keys::names),
                all -> page(all, question, question.keysPage()),
                entity -> key(id(entity))),
            (someStreams, someKeys) ->
                new Rows(
                    someStreams.rows(),
                    someKeys.rows(),
                    OverviewGaps.of(journalSilent, places, someStreams.found(), someKeys.found())));
  }

  /** Each account and Region with streams or keys once. */
  private static List<String> places(List<String> entities, OverviewQuestion question) {
    return entities.stream()
        .flatMap(
            entity ->
                Stream.of(STREAM_DIRECTORY, KEY_DIRECTORY)
                    .filter(entity::startsWith)
                    .map(directory -> entity.substring(directory.length())))
        .distinct()
        .filter(place -> question.place().stream().allMatch(place::equals))
        .sorted()
        .toList();
  }

  private static <R> CompletionStage<Table<R>> table(
      List<String> entities,
      List<String> places,
      Directories directories,
      Function<List<String>, Paged<String>> page,
      Function<String, CompletionStage<Optional<R>>> row) {
    return directories
        .names(entities, places)
        .thenCompose(
            found -> {
              Paged<String> shown = page.apply(found.entities());
              return Lanes.of(shown.items(), row)
                  .thenApply(
                      rows ->
                          new Table<>(
                              shown.with(rows.stream().flatMap(Optional::stream).toList()), found));
            });
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

  private static String id(String entity) {
    return entity.substring(entity.indexOf('|') + 1);
  }

  private CompletionStage<Optional<Overview.StreamRow>> stream(String id, Instant now) {
    return streams
        .look(id)
        .handle(
            (found, failure) ->
                failure == null
                    ? found.map(stream -> StreamRows.row(id, stream, now))
                    : Optional.of(StreamRows.silent(id)));
  }

  private CompletionStage<Optional<Overview.KeyRow>> key(String id) {
    return keys.look(id)
        .handle(
            (found, failure) ->
                failure == null
                    ? found.flatMap(key -> KeyRows.row(id, key))
                    : Optional.of(KeyRows.silent(id)));
  }
}
