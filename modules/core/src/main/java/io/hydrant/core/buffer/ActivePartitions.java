package io.hydrant.core.buffer;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts the partitions of a stream that hold records. A partition is active from its first record
 * until its records are delivered.
 */
public final class ActivePartitions {
  /** AWS's default quota. */
  public static final int MAX = 500;

  private final Set<OutputPlace> active = new HashSet<>();

  private ActivePartitions() {}

  public static ActivePartitions of(RecordBuffer buffer) {
    ActivePartitions partitions = new ActivePartitions();
    buffer.stagedRecords().outputs().stream()
        .map(OutputBuffer::place)
        .filter(OutputPlace::isPartition)
        .forEach(partitions.active::add);
    return partitions;
  }

  /** Returns whether a record of that place is accepted; a new partition is active from then on. */
  public boolean admits(OutputPlace place) {
    if (!place.isPartition() || active.contains(place)) {
      return true;
    }
    return active.size() < MAX && active.add(place);
  }
}
