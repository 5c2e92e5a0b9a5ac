package io.hydrant.inspector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directories of streams, or those of keys, of several accounts and Regions. Clients choose
 * accounts, Regions and names, so how many names are read is bounded.
 *
 * @param directory the beginning of the entity id of such a directory
 * @param kind the beginning of the entity ids of the named entities
 * @param live reads the names of one place, {@code ACCOUNT/REGION}, up to a number
 */
record Directories(
    String directory, String kind, BiFunction<String, Integer, CompletionStage<LiveNames>> live) {
  /** The number of names that are searched for one page; each place has the same share. */
  static final int NAMES_MAX = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(Directories.class);

  /**
   * The names that were found.
   *
   * @param entities {@code TYPE|ACCOUNT/REGION/NAME}
   * @param silent the places whose directory did not answer, so that the journal gave the names
   * @param cut the places with more names than were searched
   */
  record Found(List<String> entities, List<String> silent, List<String> cut) {}

  /** The names of one place. */
  private record Place(String place, LiveNames names, Optional<Throwable> failure) {}

  /**
   * @param entities the ids of all entities in the journal
   * @param places {@code ACCOUNT/REGION}, with a directory or without
   */
  CompletionStage<Found> names(List<String> entities, Paged<String> places, PageTime time) {
    Set<String> known = new HashSet<>(entities);
    Paged<String> there =
        places.with(
            places.items().stream().filter(place -> known.contains(directory + place)).toList());
    int most = NAMES_MAX / Math.max(1, there.items().size());
    return time.all(
            there,
            place ->
                live.apply(place, most)
                    .thenApply(names -> new Place(place, names, Optional.empty())),
            (place, failure) ->
                new Place(place, stored(entities, place, most), Optional.of(failure)))
        .thenApply(this::found);
  }

  private LiveNames stored(List<String> entities, String place, int most) {
    String prefix = kind + place + "/";
    List<String> names =
        entities.stream()
            .filter(entity -> entity.startsWith(prefix))
            .map(entity -> entity.substring(prefix.length()))
            .limit(most + 1L)
            .toList();
    return new LiveNames(names.stream().limit(most).toList(), names.size() > most);
  }

  private Found found(List<Place> all) {
    List<String> found = new ArrayList<>();
    for (Place each : all) {
      each.names().names().forEach(name -> found.add(kind + each.place() + "/" + name));
    }
    List<String> silent =
        all.stream().filter(each -> each.failure().isPresent()).map(Place::place).toList();
    log(all, silent);
    return new Found(
        found,
        silent,
        all.stream().filter(each -> each.names().hasMore()).map(Place::place).toList());
  }

  /** Logs one line for a page, for any number of silent directories. */
  private void log(List<Place> all, List<String> silent) {
    all.stream()
        .flatMap(each -> each.failure().stream())
        .findFirst()
        .ifPresent(
            failure ->
                LOG.warn(
                    "{} of {} did not answer the inspector in time, so the journal's names are"
                        + " shown: {}",
                    directory.replace("|", ""),
                    String.join(", ", silent),
                    failure.toString()));
  }
}
