package io.hydrant.inspector;

import io.hydrant.core.kms.KeySummary;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keys as they are at this moment: their entities answer, no history is read. */
public interface LiveKeys {
  /**
   * The ids of the keys in a place. The stage fails where the directory does not answer in time.
   *
   * @param place {@code ACCOUNT/REGION}
   * @param most at most so many
   */
  CompletionStage<LiveNames> names(String place, int most);

  /**
   * The key as it is; empty where there is none. The stage fails where it does not answer in time.
   *
   * @param id {@code ACCOUNT/REGION/KEY}
   */
  CompletionStage<Optional<KeySummary>> look(String id);
}
