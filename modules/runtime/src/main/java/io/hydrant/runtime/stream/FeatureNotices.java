package io.hydrant.runtime.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.stream.ListUnsupportedFeatures;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.UnsupportedFeature;
import io.hydrant.runtime.entity.Entities;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns in the log where a stream's configuration asks for what Hydrant does not do. */
final class FeatureNotices {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureNotices.class);

  private final Entities<StreamState, StreamEvent> streams;

  FeatureNotices(Entities<StreamState, StreamEvent> streams) {
    this.streams = streams;
  }

  /**
   * Writes one line after a call that succeeded, and passes its reply on. A stream that cannot be
   * asked causes no line: the call itself has been answered.
   */
  <O> CompletionStage<Reply<O>> warnAfter(StreamArn arn, Reply<O> reply) {
    return reply.fold(
        output ->
            streams
                .query(StreamId.of(arn), new ListUnsupportedFeatures())
                .<Reply<O>>handle(
                    (features, failure) -> {
                      if (failure == null) {
                        features.map(found -> warn(arn, found));
                      }
                      return reply;
                    }),
        refusal -> CompletableFuture.completedFuture(reply));
  }

  private static List<UnsupportedFeature> warn(StreamArn arn, List<UnsupportedFeature> features) {
    if (!features.isEmpty()) {
      LOG.warn(
          "The configuration of stream {} asks for what Hydrant does not do. {}",
          arn,
          features.stream().map(UnsupportedFeature::text).collect(Collectors.joining(". ")));
    }
    return features;
  }
}
