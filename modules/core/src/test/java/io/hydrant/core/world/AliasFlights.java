package io.hydrant.core.world;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.kms.AliasArn;
import io.hydrant.core.kms.CreateAlias;
import io.hydrant.core.kms.DeleteAlias;
import io.hydrant.core.kms.DescribeKey;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.ListAliases;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.core.kms.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names for keys: the key is described, then the name made. A slow one pauses in between. */
final class AliasFlights {
  private static final int ALIASES = 3;

  private final World world;
  private final List<CreateAlias> paused = new ArrayList<>();

  AliasFlights(World world) {
    this.world = world;
  }

  void create(int which, String key, boolean slow) {
    Reply<KeyMetadata> described =
        world.kms().ask(new DescribeKey(World.CLIENT, SimulatedKms.key(key)));
    described.map(target -> paused.add(new CreateAlias(alias(which), target)));
    if (!slow) {
      goOn(paused.size() - 1);
    }
  }

  void goOn(int which) {
    if (!paused.isEmpty()) {
      world.keyDirectory().ask(paused.remove(Math.floorMod(which, paused.size())), world.now());
    }
  }

  void delete(int which) {
    world.keyDirectory().ask(new DeleteAlias(alias(which)), world.now());
  }

  void crash() {
    paused.clear();
  }

  private static AliasArn alias(int which) {
    return new AliasArn(World.REGION, World.ACCOUNT, "alias/" + which % ALIASES);
  }

  void list() {
    List<String> keys =
        all(world.keyDirectory().ask(new ListKeys(Optional.empty(), Optional.empty()), world.now()))
            .map(entry -> entry.arn().toString())
            .toList();
    List<String> targets =
        all(world
                .keyDirectory()
                .ask(
                    new ListAliases(Optional.empty(), Optional.empty(), Optional.empty()),
                    world.now()))
            .map(KeyDirectory.Alias::targetKeyId)
            .toList();
    world.observe(new Observed.KeysListed(keys, targets));
  }

  private static <T> java.util.stream.Stream<T> all(Reply<Page<T>> page) {
    return page.fold(found -> found.items().stream(), error -> java.util.stream.Stream.empty());
  }
}
