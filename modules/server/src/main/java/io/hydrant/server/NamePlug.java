package io.hydrant.server;

import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.ListDeliveryStreams;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.Limits;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.replay.LiveNames;
import io.hydrant.runtime.entity.EntityRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The directories of streams and keys, asked page by page for the inspector. */
record NamePlug(
    EntityRegion<StreamDirectory, DirectoryEvent> streamDirectories,
    EntityRegion<KeyDirectory, KeyDirectoryEvent> keyDirectories)
    implements LiveNames {
  /** An answer of a node of the cluster must not be long. */
  private static final int PAGE = 1_000;

  @Override
  public CompletionStage<List<String>> streams(String place) {
    return streams(place, Optional.empty(), List.of());
  }

  private CompletionStage<List<String>> streams(
      String place, Optional<String> after, List<String> before) {
    return streamDirectories
        .ask(place, new ListDeliveryStreams(Optional.of(PAGE), Optional.empty(), after))
        .thenCompose(
            reply -> {
              ListDeliveryStreams.Output page = output(reply);
              List<String> names = plus(before, page.deliveryStreamNames());
              return page.hasMore()
                  ? streams(place, Optional.of(names.get(names.size() - 1)), names)
                  : CompletableFuture.completedFuture(names);
            });
  }

  @Override
  public CompletionStage<List<String>> keys(String place) {
    return keys(place, Optional.empty(), List.of());
  }

  private CompletionStage<List<String>> keys(
      String place, Optional<String> marker, List<String> before) {
    return keyDirectories
        .ask(place, new ListKeys(Optional.of(Limits.LIST_KEYS_MAX), marker))
        .thenCompose(
            reply -> {
              var page = output(reply);
              List<String> ids =
                  plus(before, page.items().stream().map(entry -> entry.arn().keyId()).toList());
              return page.nextMarker().isPresent()
                  ? keys(place, page.nextMarker(), ids)
                  : CompletableFuture.completedFuture(ids);
            });
  }

  private static <T> T output(Reply<T> reply) {
    return reply.fold(
        output -> output,
        refusal -> {
          throw new IllegalStateException(refusal.message());
        });
  }

  private static List<String> plus(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
