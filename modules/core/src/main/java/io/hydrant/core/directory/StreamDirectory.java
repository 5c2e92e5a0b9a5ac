package io.hydrant.core.directory;

import io.hydrant.core.collection.PersistentSortedMap;
import io.hydrant.core.destination.DeliveryStreamType;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * The names of the streams of one account and region. Every message about a name carries the
 * generation that it is about, so that a late one changes nothing.
 *
 * @param streams by name
 * @param checks the checks that are still to be made, oldest name first: the streams of these names
 *     may never have been created
 * @param unchecked since when each of these names waits for its check
 */
public record StreamDirectory(
    PersistentSortedMap<String, Entry> streams,
    PersistentSortedMap<Check, Entry> checks,
    PersistentSortedMap<String, Instant> unchecked) {
  /**
   * A name in use.
   *
   * @param generation which stream of that name: counts the streams that have had it, from 1
   */
  public record Entry(DeliveryStreamType type, int generation) {
    public Entry {
      if (generation < 1) {
        throw new IllegalArgumentException("generations count from 1");
      }
    }
  }

  /**
   * A name to check.
   *
   * @param since when the name was registered, or its stream last registered it again
   */
  public record Check(Instant since, String name) implements Comparable<Check> {
    private static final Comparator<Check> OLDEST_FIRST =
        Comparator.comparing(Check::since).thenComparing(Check::name);

    @Override
    public int compareTo(Check other) {
      return OLDEST_FIRST.compare(this, other);
    }
  }

  public static final StreamDirectory EMPTY =
      new StreamDirectory(
          PersistentSortedMap.empty(), PersistentSortedMap.empty(), PersistentSortedMap.empty());

  Optional<Entry> entry(String name) {
    return streams.find(name);
  }

  Optional<Instant> uncheckedSince(String name) {
    return unchecked.find(name);
  }

  /** A new or changed entry; its check is pending from that time on. */
  StreamDirectory registered(String name, Entry entry, Instant at) {
    if (entry(name).filter(entry::equals).isPresent()) {
      throw new IllegalStateException("the name is registered already, for the same stream");
    }
    StreamDirectory confirmed = confirmed(name);
    return new StreamDirectory(
            confirmed.streams.plus(name, entry), confirmed.checks, confirmed.unchecked)
        .uncheckedFrom(name, entry, at);
  }

  /** The check of a name that has not been checked is to be made later. */
  StreamDirectory postponed(String name, Instant at) {
    return entry(name).map(entry -> confirmed(name).uncheckedFrom(name, entry, at)).orElse(this);
  }

  StreamDirectory without(String name) {
    StreamDirectory confirmed = confirmed(name);
    return new StreamDirectory(streams.minus(name), confirmed.checks, confirmed.unchecked);
  }

  /** Removes the check of the name. */
  StreamDirectory confirmed(String name) {
    return uncheckedSince(name)
        .map(
            since ->
                new StreamDirectory(
                    streams, checks.minus(new Check(since, name)), unchecked.minus(name)))
        .orElse(this);
  }

  private StreamDirectory uncheckedFrom(String name, Entry entry, Instant at) {
    return new StreamDirectory(
        streams, checks.plus(new Check(at, name), entry), unchecked.plus(name, at));
  }
}
