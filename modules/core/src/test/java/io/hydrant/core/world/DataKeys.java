package io.hydrant.core.world;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.stream.KeyEpoch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Data keys in clear, for a short span after KMS has opened them. */
final class DataKeys {
  static final Duration SPAN = Duration.ofSeconds(5);

  private final World world;
  private final Map<String, Opened> opened = new HashMap<>();

  private record Opened(String key, Instant at) {}

  DataKeys(World world) {
    this.world = world;
  }

  Reply<String> opened(String stream, int generation, KeyEpoch epoch) {
    String id = stream + "/" + generation + "/" + epoch.number();
    Optional<Opened> fresh =
        Optional.ofNullable(opened.get(id))
            .filter(
                key ->
                    world.now().isBefore(key.at().plus(SPAN))
                        || world.sabotaged(Sabotage.NEVER_ASKS_FOR_A_KEY_AGAIN));
    if (fresh.isPresent()) {
      return Reply.success(fresh.get().key());
    }
    Reply<String> asked =
        world
            .kms()
            .decrypt(
                epoch.keyArn(),
                epoch.wrappedDataKey(),
                World.arn(stream).toString(),
                epoch.number());
    return asked.fold(
        key -> {
          opened.put(id, new Opened(key, world.now()));
          return asked;
        },
        error -> {
          opened.remove(id);
          return asked;
        });
  }

  void crash() {
    opened.clear();
  }
}
