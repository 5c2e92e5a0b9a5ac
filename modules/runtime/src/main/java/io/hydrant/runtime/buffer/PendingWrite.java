package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.AppendResult;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.StreamErrors;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A write that the journal has not answered yet; its answer is the answer to its puts. */
record PendingWrite(
    PutGroup group, Tracing.Span span, PutQueue queue, RecordIds recordIds, StreamArn arn)
    implements AppendResult.Visitor<Long> {
  private static final Logger LOG = LoggerFactory.getLogger(PendingWrite.class);

  /**
   * Answers the puts.
   *
   * @param reply empty if the journal did not answer
   * @return the next position; empty if the records may or may not be stored
   */
  Optional<Long> complete(Optional<Reply<AppendResult>> reply) {
    if (reply.isEmpty()) {
      unanswered();
      return Optional.empty();
    }
    return Optional.of(reply.get().fold(result -> result.accept(this), this::refused));
  }

  @Override
  public Long visit(AppendResult.Stored stored) {
    span.ended("OK");
    group.acknowledge(
        recordIds, (put, ids) -> queue.answer(put, Reply.success(new PutResult.Stored(ids))));
    return stored.nextPosition();
  }

  @Override
  public Long visit(AppendResult.EpochFenced fenced) {
    span.ended("EpochFenced");
    return answerAll(Reply.success(new PutResult.EpochFenced()));
  }

  private Long refused(ServiceError refusal) {
    span.ended(refusal.code());
    return answerAll(Reply.failure(refusal));
  }

  private void unanswered() {
    span.ended("NoAnswer");
    group
        .puts()
        .forEach(
            put ->
                CorrelationContexts.runIn(
                    put.origin(),
                    () ->
                        LOG.warn("The journal did not answer in time for stream {}", arn.name())));
    answerAll(
        Reply.failure(
            StreamErrors.serviceUnavailable("The journal did not answer in time; try again.")));
  }

  /** Answers puts that are not stored; the next position is that of the first record. */
  private Long answerAll(Reply<PutResult> reply) {
    group.puts().forEach(put -> queue.answer(put, reply));
    return group.firstPosition();
  }
}
