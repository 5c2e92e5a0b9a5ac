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
 * Wakes the streams and buffers of an imported journal once: Cluster Sharding remembers those that
 * it has started itself, and these it has not.
 */
final class ImportedEntityStarter {
  private static final Logger LOG = LoggerFactory.getLogger(ImportedEntityStarter.class);

  private ImportedEntityStarter() {}

  static void afterImport(Path data, Storage storage, ActorRuntime engine) {
    storage
        .entitiesToStart()
        .forEach(
            entity ->
                wake(engine, entity)
                    .thenRunAsync(() -> storage.markStarted(entity))
                    .thenApply(awake -> true)
                    .exceptionally(failure -> notWoken(entity)));
    afterImport(data, engine);
  }

  private static void afterImport(Path data, ActorRuntime engine) {
    Path marker = data.resolve(LevelDbImport.MARKER);
    if (!Files.exists(marker)) {
      return;
    }
    engine
        .journal()
        .entities()
        .thenCompose(entities -> wake(engine, entities))
        .thenAcceptAsync(all -> unmark(marker, all));
  }

  /** Whether all have answered. */
  private static CompletableFuture<Boolean> wake(ActorRuntime engine, List<String> entities) {
    CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
    for (String entity : entities) {
      all =
          all.thenCombine(
              wake(engine, entity)
                  .thenApply(awake -> true)
                  .exceptionally(failure -> notWoken(entity)),
              Boolean::logicalAnd);
    }
    return all;
  }

  /** Not before: what a crash in between has left asleep is woken by the next start. */
  private static void unmark(Path marker, boolean allAwake) {
    try {
      if (allAwake) {
        Files.delete(marker);
      }
    } catch (IOException e) {
      LOG.warn("{} could not be deleted; imported streams are woken again", marker);
    }
  }

  /** Completes when it has answered, at once where nothing is to be woken. */
  private static CompletableFuture<Void> wake(ActorRuntime engine, String entity) {
    String id = entity.substring(entity.indexOf('|') + 1);
    if (EntityTypes.STREAM.matches(entity)) {
      return answer(engine.firehose().streams().ask(id, new DescribeDeliveryStream()));
    }
    if (EntityTypes.BUFFER.matches(entity)) {
      return answer(engine.firehose().buffers().ask(id, new BufferCommand.Summarize()));
    }
    return CompletableFuture.completedFuture(null);
  }

  private static CompletableFuture<Void> answer(CompletionStage<?> reply) {
    return reply.toCompletableFuture().thenRun(() -> {});
  }

  private static boolean notWoken(String entity) {
    LOG.warn("{} of the imported journal does not answer", entity);
    return false;
  }
}
