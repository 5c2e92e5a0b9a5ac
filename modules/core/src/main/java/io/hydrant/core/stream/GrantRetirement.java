package io.hydrant.core.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;

/** Derives the result of a RetireGrant task from the answer of KMS. */
public final class GrantRetirement {
  private GrantRetirement() {}

  /**
   * Returns the result of the task, or the error after which it is tried again.
   *
   * <p>"If a failure to retire the grant happens due to an AWS KMS issue, Firehose keeps retrying
   * the delete operation"; for any other refusal the deletion fails (API reference,
   * DeleteDeliveryStream). For a stream that is not being deleted, RetireGrant is repeated until it
   * succeeds (assumed).
   *
   * @param state the state of the stream at the time of the request
   */
  public static Reply<StreamTaskResult> outcome(
      StreamState state, StreamTask.RetireGrant task, Reply<?> answer) {
    return answer.fold(
        done -> Reply.success(new StreamTaskResult.GrantRetired(task.epoch(), task.grantId())),
        error ->
            endsDeletion(state, error)
                ? Reply.success(new StreamTaskResult.RetireGrantFailed(task.epoch(), error))
                : Reply.failure(error));
  }

  private static boolean endsDeletion(StreamState state, ServiceError refusal) {
    return state instanceof DeliveryStream stream
        && stream.lifecycle() instanceof Lifecycle.Deleting deleting
        && deleting.bufferEmptied()
        && !KmsErrorMapping.isIssueOfKms(refusal);
  }
}
