package io.hydrant.inspector;

import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.core.stream.StreamSummary;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads the present state of streams from their entities, without a history. */
public interface LiveStreams {
  /**
   * A stream and what belongs to it.
   *
   * @param callsLeft the number of starts and stops of encryption that are left; empty without an
   *     answer
   * @param buffer the content of its buffer; empty without an answer
   */
  record Now(StreamSummary stream, Optional<Integer> callsLeft, Optional<BufferSummary> buffer) {}

  /**
   * Returns the names of the streams in a place. The stage fails where the directory does not
   * answer in time.
   *
   * @param place {@code ACCOUNT/REGION}
   * @param most the number of names at most
   */
  CompletionStage<LiveNames> names(String place, int most);

  /**
   * Returns the stream; empty where it does not exist. The stage fails where it does not answer in
   * time.
   *
   * @param id {@code ACCOUNT/REGION/STREAM}
   */
  CompletionStage<Optional<Now>> look(String id);
}
