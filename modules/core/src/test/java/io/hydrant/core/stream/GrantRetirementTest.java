package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.arn;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which refusal of RetireGrant ends a deletion, and which one is tried again. */
class GrantRetirementTest {
  private static final StreamTask.RetireGrant TASK =
      new StreamTask.RetireGrant(StreamHistory.ARN, 1, arn("a"), "grant-a");

  private static StreamHistory deleting() {
    StreamHistory history = StreamHistory.encrypted();
    history.handle(new DeleteDeliveryStream(false));
    return history;
  }

  private static StreamHistory emptied() {
    StreamHistory history = deleting();
    history.handle(new StreamTaskResult.BufferDrained());
    return history;
  }

  private static Reply<StreamTaskResult> outcome(StreamHistory history, ServiceError refusal) {
    return GrantRetirement.outcome(history.state(), TASK, Reply.failure(refusal));
  }

  @Test
  void a_grant_that_kms_retires_is_retired() {
    assertThat(GrantRetirement.outcome(emptied().state(), TASK, Reply.success(new NoOutput())))
        .isEqualTo(Reply.success(new StreamTaskResult.GrantRetired(1, "grant-a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KMSInternalException",
        "DependencyTimeoutException",
        "ThrottlingException",
        "ServiceUnavailableException"
      })
  void an_issue_of_kms_itself_has_the_deletion_tried_again(String code) {
    ServiceError refusal = new ServiceError(code, "later");
    assertThat(outcome(emptied(), refusal)).isEqualTo(Reply.failure(refusal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDeniedException",
        "DisabledException",
        "KMSInvalidStateException",
        "InvalidArnException"
      })
  void any_other_refusal_ends_the_deletion(String code) {
    ServiceError refusal = new ServiceError(code, "no");
    assertThat(outcome(emptied(), refusal))
        .isEqualTo(Reply.success(new StreamTaskResult.RetireGrantFailed(1, refusal)));
  }

  @Test
  void a_grant_of_a_stream_that_stays_or_still_holds_records_is_tried_again() {
    ServiceError refusal = new ServiceError("AccessDeniedException", "no");
    assertThat(outcome(StreamHistory.encrypted(), refusal)).isEqualTo(Reply.failure(refusal));
    assertThat(outcome(deleting(), refusal)).isEqualTo(Reply.failure(refusal));
  }
}
