package io.hydrant.server;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.replay.exported.LevelDbImport;
import io.hydrant.runtime.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the streams and buffers of an imported journal once: Cluster Sharding remembers those that
 * it has started itself, and these it has not.
 */
final class Awakening {
  private static final Logger LOG = LoggerFactory.getLogger(Awakening.class);

  private Awakening() {}

  static void afterImport(Path data, Engine engine) {
    Path marker = data.resolve(LevelDbImport.MARKER);
    if (!Files.exists(marker)) {
      return;
    }
    engine
        .journal()
        .entities()
        .thenAccept(
            entities -> {
              entities.forEach(entity -> wake(engine, entity));
              try {
                Files.delete(marker);
              } catch (IOException e) {
                LOG.warn("{} could not be deleted; imported streams are woken again", marker);
              }
            });
  }

  private static void wake(Engine engine, String entity) {
    String id = entity.substring(entity.indexOf('|') + 1);
    if (entity.startsWith("stream|")) {
      told(entity, engine.firehose().streams().ask(id, new DescribeDeliveryStream()));
    } else if (entity.startsWith("buffer|")) {
      told(entity, engine.firehose().buffers().ask(id, new BufferCommand.Summarize()));
    }
  }

  private static void told(String entity, CompletionStage<?> answer) {
    answer.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            LOG.warn("{} of the imported journal does not answer", entity);
          }
        });
  }
}
