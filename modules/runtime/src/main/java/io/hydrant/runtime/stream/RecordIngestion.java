package io.hydrant.runtime.stream;

import io.hydrant.api.call.Replies;
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
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Stores records: the stream admits them under a key, and the buffer seals and stores them. */
final class RecordIngestion {
  /**
   * The number of attempts: a key can be replaced between the two steps, but rarely several times
   * in a row.
   */
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
    return new Put(caller, arn, admit, records).attempt(ADMISSIONS_MAX);
  }

  /** The records of one call. */
  private final class Put {
    private final Caller caller;
    private final StreamArn arn;
    private final StreamCommand<Admission> admit;
    private final List<Bytes> records;

    Put(Caller caller, StreamArn arn, StreamCommand<Admission> admit, List<Bytes> records) {
      this.caller = caller;
      this.arn = arn;
      this.admit = admit;
      this.records = records;
    }

    CompletionStage<Reply<Stored>> attempt(int attemptsLeft) {
      return Replies.then(
          streams.query(StreamId.of(arn), admit), admission -> permitted(admission, attemptsLeft));
    }

    private CompletionStage<Reply<Stored>> permitted(Admission admission, int attemptsLeft) {
      CompletionStage<Reply<NoOutput>> check = callers.check(caller, arn, admission.sealedUnder());
      return check == CallerPermissions.PERMITTED
          ? store(admission, attemptsLeft)
          : Replies.then(check, permitted -> store(admission, attemptsLeft));
    }

    private CompletionStage<Reply<Stored>> store(Admission admission, int attemptsLeft) {
      boolean encrypted = admission.sealedUnder().isPresent();
      if (records.isEmpty()) {
        return Replies.now(Reply.success(new Stored(List.of(), encrypted)));
      }
      return Replies.then(
          buffers.put(StreamId.of(arn, admission.generation()), admission, records),
          result ->
              result.accept(
                  new PutAnswer(encrypted, attemptsLeft > 1, () -> attempt(attemptsLeft - 1))));
    }
  }

  /**
   * Turns a buffer's result into the answer of the call.
   *
   * @param again puts the records under the current key
   */
  private record PutAnswer(
      boolean encrypted, boolean attemptsLeft, Supplier<CompletionStage<Reply<Stored>>> again)
      implements PutResult.Visitor<CompletionStage<Reply<Stored>>> {
    @Override
    public CompletionStage<Reply<Stored>> visit(PutResult.Stored stored) {
      return Replies.now(Reply.success(new Stored(stored.recordIds(), encrypted)));
    }

    @Override
    public CompletionStage<Reply<Stored>> visit(PutResult.EpochFenced fenced) {
      return attemptsLeft
          ? again.get()
          : unavailable("The stream's key is being changed; try again.");
    }

    @Override
    public CompletionStage<Reply<Stored>> visit(PutResult.HandingOver moving) {
      return unavailable("The stream moves to another node; try again.");
    }

    private static CompletionStage<Reply<Stored>> unavailable(String message) {
      return Replies.failure(StreamErrors.serviceUnavailable(message));
    }
  }
}
