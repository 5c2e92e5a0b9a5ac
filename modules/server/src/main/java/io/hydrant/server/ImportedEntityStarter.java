package io.hydrant.server;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.replay.archive.LevelDbImport;
import io.hydrant.runtime.ActorRuntime;
import io.hydrant.runtime.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the streams and buffers of an imported journal once: Cluster Sharding remembers only the
 * entities that it has started itself.
 */
final class ImportedEntityStarter {
  private static final Logger LOG = LoggerFactory.getLogger(ImportedEntityStarter.class);

  private ImportedEntityStarter() {}

  static void afterImport(Path data, Storage storage, ActorRuntime runtime) {
    storage
        .entitiesToStart()
        .forEach(
            entity ->
                start(runtime, entity)
                    .thenRunAsync(() -> storage.markStarted(entity))
                    .thenApply(started -> true)
                    .exceptionally(failure -> notStarted(entity)));
    afterImport(data, runtime);
  }

  private static void afterImport(Path data, ActorRuntime runtime) {
    Path marker = data.resolve(LevelDbImport.MARKER);
    if (!Files.exists(marker)) {
      return;
    }
    runtime
        .journal()
        .entities()
        .thenCompose(entities -> start(runtime, entities))
        .thenAcceptAsync(all -> unmark(marker, all));
  }

  /** Completes with true where all entities have answered. */
  private static CompletableFuture<Boolean> start(ActorRuntime runtime, List<String> entities) {
    CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
    for (String entity : entities) {
      all =
          all.thenCombine(
              start(runtime, entity)
                  .thenApply(started -> true)
                  .exceptionally(failure -> notStarted(entity)),
              Boolean::logicalAnd);
    }
    return all;
  }

  /** Deletes the marker last, so that the next start of the node repeats what a crash cut short. */
  private static void unmark(Path marker, boolean allStarted) {
    try {
      if (allStarted) {
        Files.delete(marker);
      }
    } catch (IOException e) {
      LOG.warn(
          "{} could not be deleted; the next start repeats the start of imported streams", marker);
    }
  }

  /** Completes when the entity has answered; at once for an entity that needs no start. */
  private static CompletableFuture<Void> start(ActorRuntime runtime, String entity) {
    String id = entity.substring(entity.indexOf('|') + 1);
    if (EntityTypes.STREAM.matches(entity)) {
      return answer(runtime.firehose().streams().ask(id, new DescribeDeliveryStream()));
    }
    if (EntityTypes.BUFFER.matches(entity)) {
      return answer(runtime.firehose().buffers().ask(id, new BufferCommand.Summarize()));
    }
    return CompletableFuture.completedFuture(null);
  }

  private static CompletableFuture<Void> answer(CompletionStage<?> reply) {
    return reply.toCompletableFuture().thenRun(() -> {});
  }

  private static boolean notStarted(String entity) {
    LOG.warn("{} of the imported journal does not answer", entity);
    return false;
  }
}
