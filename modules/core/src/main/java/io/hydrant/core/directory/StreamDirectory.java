package io.hydrant.core.directory;

import io.hydrant.core.stream.DeliveryStreamType;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names of the streams of one account and region. Every message about a name carries the
 * generation that it is about, so that a late one changes nothing.
 *
 * @param streams by name
 * @param unchecked the names that were entered and are not checked yet, oldest first, each with the
 *     time since when: their streams may never have been created
 */
public record StreamDirectory(SortedMap<String, Entry> streams, Map<String, Instant> unchecked) {
  /**
   * A name in use.
   *
   * @param generation which stream of that name: counts the streams that have had it, from 1
   */
  public record Entry(DeliveryStreamType type, int generation) {}

  public static final StreamDirectory EMPTY = new StreamDirectory(new TreeMap<>(), Map.of());

  public StreamDirectory {
    streams = Collections.unmodifiableSortedMap(new TreeMap<>(streams));
    unchecked = Collections.unmodifiableMap(new LinkedHashMap<>(unchecked));
  }

  Optional<Entry> entry(String name) {
    return Optional.ofNullable(streams.get(name));
  }

  /** An entry that comes a second time, unchanged, has been checked. */
  StreamDirectory with(String name, Entry entry, Instant at) {
    SortedMap<String, Entry> entries = new TreeMap<>(streams);
    Map<String, Instant> times = new LinkedHashMap<>(unchecked);
    boolean again = entry.equals(entries.put(name, entry));
    times.remove(name);
    if (!again) {
      times.put(name, at);
    }
    return new StreamDirectory(entries, times);
  }

  StreamDirectory without(String name) {
    SortedMap<String, Entry> entries = new TreeMap<>(streams);
    Map<String, Instant> times = new LinkedHashMap<>(unchecked);
    entries.remove(name);
    times.remove(name);
    return new StreamDirectory(entries, times);
  }
}
