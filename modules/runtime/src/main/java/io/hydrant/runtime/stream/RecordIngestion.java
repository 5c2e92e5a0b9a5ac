package io.hydrant.runtime.stream;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.stream.Admission;
import io.hydrant.core.stream.StreamCommand;
import io.hydrant.core.stream.StreamErrors;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.buffer.Buffers;
import io.hydrant.runtime.buffer.PutResult;
import io.hydrant.runtime.entity.Entities;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Stores records: the stream admits them under a key, and the buffer seals and stores them. */
final class RecordIngestion {
  /** A key can be replaced between the two steps, but not so many times in a row. */
  private static final int ADMISSIONS_MAX = 5;

  private final Entities<StreamState, StreamEvent> streams;
  private final Buffers buffers;
  private final CallerPermissions callers;

  RecordIngestion(
      Entities<StreamState, StreamEvent> streams, Buffers buffers, CallerPermissions callers) {
    this.streams = streams;
    this.buffers = buffers;
    this.callers = callers;
  }

  /** Records that are stored. */
  record Stored(List<String> recordIds, boolean encrypted) {}

  CompletionStage<Reply<Stored>> put(
      Caller caller, StreamArn arn, StreamCommand<Admission> admit, List<Bytes> records) {
    return put(caller, arn, admit, records, ADMISSIONS_MAX);
  }

  private CompletionStage<Reply<Stored>> put(
      Caller caller,
      StreamArn arn,
      StreamCommand<Admission> admit,
      List<Bytes> records,
      int triesLeft) {
    return streams
        .query(StreamId.of(arn), admit)
        .thenCompose(
            admitted ->
                admitted.fold(
                    admission -> permitted(caller, arn, admit, records, admission, triesLeft),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  private CompletionStage<Reply<Stored>> permitted(
      Caller caller,
      StreamArn arn,
      StreamCommand<Admission> admit,
      List<Bytes> records,
      Admission admission,
      int triesLeft) {
    CompletionStage<Reply<NoOutput>> check = callers.check(caller, arn, admission.sealedUnder());
    return check == CallerPermissions.PERMITTED
        ? store(caller, arn, admit, records, admission, triesLeft)
        : check.thenCompose(
            reply ->
                reply.fold(
                    permitted -> store(caller, arn, admit, records, admission, triesLeft),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  private CompletionStage<Reply<Stored>> store(
      Caller caller,
      StreamArn arn,
      StreamCommand<Admission> admit,
      List<Bytes> records,
      Admission admission,
      int triesLeft) {
    boolean encrypted = admission.sealedUnder().isPresent();
    if (records.isEmpty()) {
      return CompletableFuture.completedFuture(Reply.success(new Stored(List.of(), encrypted)));
    }
    return buffers
        .put(StreamId.of(arn, admission.generation()), admission, records)
        .thenCompose(
            reply ->
                reply.fold(
                    result ->
                        result.accept(
                            new PutAnswer(
                                encrypted,
                                triesLeft > 1,
                                () -> put(caller, arn, admit, records, triesLeft - 1))),
                    error -> CompletableFuture.completedFuture(Reply.failure(error))));
  }

  /**
   * The answer to a put that a buffer did not refuse.
   *
   * @param again puts the records under the key that is in force now
   */
  private record PutAnswer(
      boolean encrypted, boolean triesLeft, Supplier<CompletionStage<Reply<Stored>>> again)
      implements PutResult.Visitor<CompletionStage<Reply<Stored>>> {
    @Override
    public CompletionStage<Reply<Stored>> visit(PutResult.Stored stored) {
      return CompletableFuture.completedFuture(
          Reply.success(new Stored(stored.recordIds(), encrypted)));
    }

    @Override
    public CompletionStage<Reply<Stored>> visit(PutResult.EpochFenced fenced) {
      return triesLeft ? again.get() : unavailable("The stream's key is being changed; try again.");
    }

    @Override
    public CompletionStage<Reply<Stored>> visit(PutResult.HandingOver moving) {
      return unavailable("The stream moves to another node; try again.");
    }

    private static CompletionStage<Reply<Stored>> unavailable(String message) {
      return CompletableFuture.completedFuture(
          Reply.failure(StreamErrors.serviceUnavailable(message)));
    }
  }
}
