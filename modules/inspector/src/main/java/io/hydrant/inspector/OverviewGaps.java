package io.hydrant.inspector;

import java.util.List;
import java.util.TreeSet;

/**
 * What an overview leaves out or could not read.
 *
 * @param journalSilent true where the journal did not name the accounts and Regions in time
 * @param places the page of the accounts and Regions that were searched
 * @param silentStreams the places whose list of streams did not answer in time
 * @param silentKeys the places whose list of keys did not answer in time
 * @param cut the places with more streams or keys than a page searches
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
