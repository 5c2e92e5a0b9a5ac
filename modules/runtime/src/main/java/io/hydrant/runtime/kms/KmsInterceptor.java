package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.StreamArn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Acts around each of Firehose's calls to KMS. */
public interface KmsInterceptor {
  /** The check of a caller's permissions, which is no operation of KMS. */
  String CALLER_PERMISSIONS = "CallerPermissions";

  /** Answers the call itself, or passes it on by {@code next}. */
  <O> CompletionStage<Reply<O>> intercept(Call call, Supplier<CompletionStage<Reply<O>>> next);

  /**
   * A call to KMS.
   *
   * @param operation of KMS, or {@link #CALLER_PERMISSIONS}
   * @param key the key's ARN, or {@code aws-owned}
   */
  record Call(String operation, String key, Optional<StreamArn> stream) {
    /** Returns the resources that a fault can name. */
    public List<String> resources() {
      return Stream.concat(Stream.of(key), stream.stream().map(StreamArn::toString)).toList();
    }
  }
}
