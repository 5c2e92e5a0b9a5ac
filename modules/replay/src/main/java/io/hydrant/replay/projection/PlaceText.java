package io.hydrant.replay.projection;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessedRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names the places of processed records. */
public final class PlaceText {
  private PlaceText() {}

  /** Returns the name of a place. */
  public static String of(OutputPlace place) {
    return switch (place.kind()) {
      case DATA -> place.isPartition() ? "the partition " + keys(place) : "the data";
      case ERRORS -> place.errorType();
      case BACKUP -> "the backup";
    };
  }

  /** Returns how many records went where. */
  public static String counts(List<ProcessedRecords> made) {
    Map<OutputPlace, Integer> counts = new LinkedHashMap<>();
    made.forEach(each -> counts.merge(each.place(), each.chunk().records().size(), Integer::sum));
    return counts.isEmpty()
        ? "no records"
        : counts.entrySet().stream()
            .map(each -> each.getValue() + " for " + of(each.getKey()))
            .collect(Collectors.joining(", "));
  }

  /** Returns the partition keys in the order of their names. */
  private static String keys(OutputPlace place) {
    Map<String, String> keys = new TreeMap<>(place.queryKeys());
    keys.putAll(place.lambdaKeys());
    return keys.toString();
  }
}
