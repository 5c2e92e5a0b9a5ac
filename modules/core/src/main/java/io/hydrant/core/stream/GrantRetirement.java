package io.hydrant.core.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;

/** The meaning of KMS's answer to RetireGrant. */
public final class GrantRetirement {
  private GrantRetirement() {}

  /**
   * The outcome of the task, or the refusal after which it is tried again.
   *
   * <p>"If a failure to retire the grant happens due to an AWS KMS issue, Firehose keeps retrying
   * the delete operation"; for any other refusal the deletion fails (API reference,
   * DeleteDeliveryStream). A grant of a stream that stays is retired until KMS does it (assumed).
   *
   * @param state the stream's when KMS was asked
   */
  public static Reply<StreamTaskResult> outcome(
      StreamState state, StreamTask.RetireGrant task, Reply<?> answer) {
    return answer.fold(
        done -> Reply.success(new StreamTaskResult.GrantRetired(task.epoch(), task.grantId())),
        refusal ->
            endsDeletion(state, refusal)
                ? Reply.success(new StreamTaskResult.RetireGrantFailed(task.epoch(), refusal))
                : Reply.failure(refusal));
  }

  private static boolean endsDeletion(StreamState state, ServiceError refusal) {
    return state instanceof DeliveryStream stream
        && stream.lifecycle() instanceof Lifecycle.Deleting deleting
        && deleting.bufferEmptied()
        && !KmsErrorMapping.isIssueOfKms(refusal);
  }
}
