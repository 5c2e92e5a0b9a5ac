package io.hydrant.runtime.buffer;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.id.StreamArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Puts of one epoch that are written together.
 *
 * @param firstPosition the position of their first record
 */
record PutGroup(long firstPosition, List<BufferMessage.Put> puts) {
  PutGroup {
    puts = List.copyOf(puts);
  }

  long dataBytes() {
    return puts.stream().mapToLong(BufferMessage.Put::dataBytes).sum();
  }

  /** Returns the correlation contexts of the puts. */
  List<CorrelationContext> origins() {
    return puts.stream().map(BufferMessage.Put::origin).toList();
  }

  /**
   * Returns the records in their stored form, each sealed for its position.
   *
   * @param key the data key of the puts' epoch; empty for records that are stored in clear
   */
  List<Bytes> stored(Optional<Bytes> key, StreamArn arn) {
    int epoch = puts.get(0).epoch();
    List<Bytes> stored = new ArrayList<>();
    long position = firstPosition;
    for (BufferMessage.Put put : puts) {
      for (Bytes each : put.records()) {
        long place = position++;
        stored.add(key.map(k -> RecordSealer.seal(k, arn, epoch, place, each)).orElse(each));
      }
    }
    return stored;
  }

  /** Answers each put with the ids of its records. */
  void acknowledge(RecordIds recordIds, BiConsumer<BufferMessage.Put, List<String>> answer) {
    long position = firstPosition;
    for (BufferMessage.Put put : puts) {
      List<String> ids = new ArrayList<>(put.records().size());
      for (int i = 0; i < put.records().size(); i++) {
        ids.add(recordIds.of(position++));
      }
      answer.accept(put, ids);
    }
  }
}
