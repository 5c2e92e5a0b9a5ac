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

  /**
   * Returns the encryption context of the stream's data keys, which is also the grant's constraint.
   */
  static Map<String, String> context(StreamArn stream) {
    return Map.of(CONTEXT_KEY, stream.toString());
  }

  /**
   * Returns the created grant or, if KMS refuses, the grant of an earlier attempt whose answer was
   * lost.
   */
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
