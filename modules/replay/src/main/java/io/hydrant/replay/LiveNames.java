package io.hydrant.replay;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The streams and keys that there are at this moment: the directories are asked themselves. */
public interface LiveNames {
  /**
   * The names of the streams in a place.
   *
   * @param place {@code ACCOUNT/REGION}
   */
  CompletionStage<List<String>> streams(String place);

  /**
   * The ids of the keys in a place.
   *
   * @param place {@code ACCOUNT/REGION}
   */
  CompletionStage<List<String>> keys(String place);
}
