package io.hydrant.runtime.storage;

import org.apache.pekko.actor.typed.ActorSystem;

/** Which of Pekko's plugins reads the journal that a node writes. */
public final class ReadJournals {
  static final String KEY = "hydrant-storage.read-journal";

  private ReadJournals() {}

  /** The plugin's id in the configuration. */
  public static String of(ActorSystem<?> system) {
    return system.settings().config().getString(KEY);
  }
}
