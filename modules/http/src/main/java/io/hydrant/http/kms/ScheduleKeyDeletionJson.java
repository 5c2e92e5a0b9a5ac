package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Errors;
import io.hydrant.core.kms.Limits;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The JSON of ScheduleKeyDeletion. */
record ScheduleKeyDeletionJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ScheduleKeyDeletion";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    int days = Json.integer(input, "PendingWindowInDays").orElse(Limits.DELETION_DAYS_DEFAULT);
    if (days < Limits.DELETION_DAYS_MIN || days > Limits.DELETION_DAYS_DEFAULT) {
      return CompletableFuture.completedFuture(
          Reply.failure(
              Errors.validation(
                  "PendingWindowInDays must be between 7 and 30; this is " + days + ".")));
    }
    return api.scheduleKeyDeletion(caller, Json.required(input, "KeyId"), days)
        .thenApply(
            reply ->
                reply.map(
                    output ->
                        Json.object()
                            .put("KeyId", output.arn().toString())
                            .put("DeletionDate", Json.seconds(output.deletionDate()))
                            .put("KeyState", "PendingDeletion")
                            .put("PendingWindowInDays", output.pendingWindowInDays())));
  }
}
