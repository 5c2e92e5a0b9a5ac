package io.hydrant.inspector;

import io.hydrant.core.EntityTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rows of the overview: the names from the directories, the content of each row from its
 * entity. A page is made even where some of them do not answer.
 */
final class OverviewReading {
  private static final Logger LOG = LoggerFactory.getLogger(OverviewReading.class);
  private static final String STREAM_DIRECTORY = EntityTypes.STREAM_DIRECTORY.prefix();
  private static final String KEY_DIRECTORY = EntityTypes.KEY_DIRECTORY.prefix();

  private final Supplier<CompletionStage<List<String>>> entities;
  private final LiveStreams streams;
  private final LiveKeys keys;
  private final Duration limit;

  /**
   * @param entities reads the ids of all entities, {@code TYPE|ID}, from the journal
   * @param limit the time that a page waits for all that it asks
   */
  OverviewReading(
      Supplier<CompletionStage<List<String>>> entities,
      LiveStreams streams,
      LiveKeys keys,
      Duration limit) {
    this.limit = limit;
    this.entities = entities;
    this.streams = streams;
    this.keys = keys;
  }

  /**
   * One page of each table.
   *
   * @param missing what the page leaves out or could not read
   */
  record Rows(
      Paged<Overview.StreamRow> streams, Paged<Overview.KeyRow> keys, OverviewGaps missing) {}

  /** The rows of a table, and the places whose names are missing. */
  private record Table<R>(Paged<R> rows, Directories.Found found) {}

  CompletionStage<Rows> rows(OverviewQuestion question, Instant now) {
    PageTime time = PageTime.of(limit);
    return time.within(entities)
        .handle(
            (names, failure) -> {
              if (failure != null) {
                LOG.warn("The journal did not name its entities in time: {}", failure.toString());
              }
              return Optional.ofNullable(names);
            })
        .thenCompose(names -> rows(names.orElse(List.of()), question, now, names.isEmpty(), time));
  }

  private CompletionStage<Rows> rows(
      List<String> entities,
      OverviewQuestion question,
      Instant now,
      boolean journalSilent,
      PageTime time) {
    Paged<String> places = Paged.of(places(entities, question), question.placesPage());
    return table(
            entities,
            places,
            new Directories(STREAM_DIRECTORY, EntityTypes.STREAM.prefix(), streams::names),
            all -> page(all, question, question.page()),
            entity ->
                streams
                    .look(id(entity))
                    .thenApply(found -> found.map(each -> StreamRows.row(id(entity), each, now))),
            entity -> StreamRows.silent(id(entity)),
            time)
        .thenCombine(
            table(
                entities,
                places,
                new Directories(KEY_DIRECTORY, EntityTypes.KEY.prefix(), keys::names),
                all -> page(all, question, question.keysPage()),
                entity ->
                    keys.look(id(entity))
                        .thenApply(found -> found.flatMap(each -> KeyRows.row(id(entity), each))),
                entity -> KeyRows.silent(id(entity)),
                time),
            (someStreams, someKeys) ->
                new Rows(
                    someStreams.rows(),
                    someKeys.rows(),
                    OverviewGaps.of(journalSilent, places, someStreams.found(), someKeys.found())));
  }

  /** Returns each account and Region that has streams or keys. */
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
      Paged<String> places,
      Directories directories,
      Function<List<String>, Paged<String>> page,
      Function<String, CompletionStage<Optional<R>>> row,
      Function<String, R> silent,
      PageTime time) {
    return directories
        .names(entities, places, time)
        .thenCompose(
            found -> {
              Paged<String> shown = page.apply(found.entities());
              return time.all(shown, row, (entity, failure) -> Optional.of(silent.apply(entity)))
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
}
