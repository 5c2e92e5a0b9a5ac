package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.StreamArn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The grant that Firehose needs on a customer's key for one stream, at any KMS. */
final class StreamGrant {
  static final String CONTEXT_KEY = "aws:firehose:arn";

  static final List<String> OPERATIONS =
      List.of(
          "Encrypt",
          "Decrypt",
          "GenerateDataKey",
          "GenerateDataKeyWithoutPlaintext",
          "DescribeKey",
          "CreateGrant",
          "RetireGrant");

  private StreamGrant() {}

  /** The encryption context of all that is sealed for the stream, and the grant's constraint. */
  static Map<String, String> context(StreamArn stream) {
    return Map.of(CONTEXT_KEY, stream.toString());
  }

  /** Returns the grant of an earlier try whose answer was lost, where KMS refuses to create one. */
  static CompletionStage<Reply<String>> createdOr(
      CompletionStage<Reply<String>> created, Supplier<CompletionStage<Optional<String>>> find) {
    return created.thenCompose(
        reply ->
            reply.fold(
                grantId -> Replies.now(reply),
                refusal -> find.get().thenApply(found -> found.map(Reply::success).orElse(reply))));
  }

  /** Counts a grant that does not exist as retired. */
  static CompletionStage<Reply<NoOutput>> retired(CompletionStage<Reply<NoOutput>> stage) {
    return Replies.recover(
        stage, "NotFoundException", () -> Replies.now(Reply.success(new NoOutput())));
  }
}
