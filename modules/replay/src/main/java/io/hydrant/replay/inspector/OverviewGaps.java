package io.hydrant.replay.inspector;

import java.util.List;
import java.util.TreeSet;

/**
 * What an overview leaves out or could not learn.
 *
 * @param journalSilent whether the journal did not say which accounts and Regions there are
 * @param places the accounts and Regions that were looked through, of all
 * @param silentStreams places whose list of streams did not answer in time
 * @param silentKeys places whose list of keys did not answer in time
 * @param cut places with more streams or keys than a page looks through
 */
record OverviewGaps(
    boolean journalSilent,
    Paged<String> places,
    List<String> silentStreams,
    List<String> silentKeys,
    List<String> cut) {

  static OverviewGaps of(
      boolean journalSilent,
      Paged<String> places,
      Directories.Found streams,
      Directories.Found keys) {
    TreeSet<String> cut = new TreeSet<>(streams.cut());
    cut.addAll(keys.cut());
    return new OverviewGaps(
        journalSilent, places, streams.silent(), keys.silent(), List.copyOf(cut));
  }

  boolean isEmpty() {
    return !journalSilent
        && places.pages() == 1
        && silentStreams.isEmpty()
        && silentKeys.isEmpty()
        && cut.isEmpty();
  }
}
