package io.hydrant.runtime.storage;

import org.apache.pekko.actor.typed.ActorSystem;

/** Names the Pekko plugin that reads the journal of a node. */
public final class ReadJournals {
  static final String KEY = "hydrant-storage.read-journal";

  private ReadJournals() {}

  /** Returns the plugin's id in the configuration. */
  public static String of(ActorSystem<?> system) {
    return system.settings().config().getString(KEY);
  }
}
