package io.hydrant.server;

import io.hydrant.replay.source.LevelDbJournal;
import io.hydrant.replay.source.UnreadableJournalException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A check of the journal before the node starts: LevelDB itself would pass over what is damaged
 * without a word.
 */
final class JournalCheck {
  private static final Logger LOG = LoggerFactory.getLogger(JournalCheck.class);

  private JournalCheck() {}

  /**
   * @throws NodeStartException where nothing of it could be served
   */
  static void before(DataFolder folder) throws NodeStartException {
    if (!Files.exists(folder.journal().resolve("CURRENT"))) {
      return;
    }
    try (LevelDbJournal journal = LevelDbJournal.open(folder.path())) {
      LOG.debug("The journal has {} entities", journal.entities().size());
    } catch (UnreadableJournalException e) {
      requireDirectory(folder);
      LOG.error(
          "The journal in {} is damaged; the node serves what is sound. Stop it, restore a copy, or"
              + " see what is lost with `hydrant journal verify --data {}`. What was found: {}",
          folder.journal(),
          folder.path(),
          e.getMessage());
    }
  }

  private static void requireDirectory(DataFolder folder) throws NodeStartException {
    try (LevelDbJournal journal = LevelDbJournal.open(folder.path(), false)) {
      LOG.debug("The journal has {} entities", journal.entities().size());
    } catch (UnreadableJournalException e) {
      throw new NodeStartException(
          "Nothing can be found in a journal so damaged; restore its folder from a copy or choose"
              + " another one (--data). "
              + e.getMessage(),
          e);
    }
  }
}
