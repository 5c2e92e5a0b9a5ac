package io.hydrant.core.directory;

import io.hydrant.core.stream.DeliveryStreamType;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of the streams of one account and region, with their types. */
public record StreamDirectory(SortedMap<String, DeliveryStreamType> streams) {
  public static final StreamDirectory EMPTY = new StreamDirectory(new TreeMap<>());

  public StreamDirectory {
    streams = Collections.unmodifiableSortedMap(new TreeMap<>(streams));
  }
}
