package io.hydrant.inspector;

import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.core.stream.StreamSummary;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Streams as they are at this moment: their entities answer, no history is read. */
public interface LiveStreams {
  /**
   * A stream with what belongs to it.
   *
   * @param callsLeft how many starts and stops of encryption are left; empty without an answer
   * @param buffer what it holds; empty without an answer
   */
  record Now(StreamSummary stream, Optional<Integer> callsLeft, Optional<BufferSummary> buffer) {}

  /**
   * The names of the streams in a place. The stage fails where the directory does not answer in
   * time.
   *
   * @param place {@code ACCOUNT/REGION}
   * @param most at most so many
   */
  CompletionStage<LiveNames> names(String place, int most);

  /**
   * The stream as it is; empty where there is none. The stage fails where it does not answer in
   * time.
   *
   * @param id {@code ACCOUNT/REGION/STREAM}
   */
  CompletionStage<Optional<Now>> look(String id);
}
