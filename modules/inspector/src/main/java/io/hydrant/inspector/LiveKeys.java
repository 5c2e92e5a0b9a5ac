package io.hydrant.inspector;

import io.hydrant.core.kms.KeySummary;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads the present state of keys from their entities, without a history. */
public interface LiveKeys {
  /**
   * Returns the ids of the keys in a place. The stage fails where the directory does not answer in
   * time.
   *
   * @param place {@code ACCOUNT/REGION}
   * @param most the number of names at most
   */
  CompletionStage<LiveNames> names(String place, int most);

  /**
   * Returns the key; empty where it does not exist. The stage fails where it does not answer in
   * time.
   *
   * @param id {@code ACCOUNT/REGION/KEY}
   */
  CompletionStage<Optional<KeySummary>> look(String id);
}
