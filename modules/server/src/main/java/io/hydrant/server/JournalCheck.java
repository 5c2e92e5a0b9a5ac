package io.hydrant.server;

import io.hydrant.replay.source.LevelDbJournal;
import io.hydrant.replay.source.UnreadableJournalException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the journal before the node starts: LevelDB itself skips damaged parts and logs nothing.
 */
final class JournalCheck {
  private static final Logger LOG = LoggerFactory.getLogger(JournalCheck.class);

  private JournalCheck() {}

  /**
   * @throws NodeStartException where no part of it can be read
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
