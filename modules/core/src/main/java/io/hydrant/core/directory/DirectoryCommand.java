package io.hydrant.core.directory;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.DirectoryEvent.CheckPostponed;
import io.hydrant.core.directory.DirectoryEvent.NameRegistered;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;
import java.util.Optional;

/** What a directory can be asked. */
public sealed interface DirectoryCommand<O> extends Command<StreamDirectory, DirectoryEvent, O>
    permits DirectoryCommand.RegisterName,
        DirectoryCommand.DeregisterName,
        NameCheckCompleted,
        ListDeliveryStreams {

  /**
   * A name is about to be used, or a stream says that it has it. Entering it twice is no error: the
   * stream itself says whether it exists.
   *
   * @param streamsMax the account's quota of streams in this region
   * @param generation which stream of that name; 0 from a node of the build before, which does not
   *     say it
   * @param existing whether the stream itself says it, and not a creation that is under way
   */
  record RegisterName(
      String name,
      DeliveryStreamType type,
      String account,
      int streamsMax,
      int generation,
      boolean existing)
      implements DirectoryCommand<NoOutput> {

    /** Enters the name for a creation that is about to make its stream. */
    public static RegisterName ofCreation(
        String name, DeliveryStreamType type, String account, int streamsMax, int generation) {
      return new RegisterName(name, type, account, streamsMax, generation, false);
    }

    /** Enters the name of a stream that exists already; the quota does not matter. */
    public static RegisterName ofExisting(
        String name, DeliveryStreamType type, String account, int generation) {
      return new RegisterName(name, type, account, Integer.MAX_VALUE, generation, true);
    }

    @Override
    public Decision<DirectoryEvent, NoOutput> decide(StreamDirectory directory, Instant now) {
      NameRegistered listed = new NameRegistered(now, name, type, generation);
      Optional<StreamDirectory.Entry> there = directory.entry(name);
      if (there.isEmpty() && directory.streams().size() >= streamsMax) {
        return Decision.refuse(DirectoryErrors.tooManyStreams(streamsMax));
      }
      if (there.stream().allMatch(entry -> isNews(entry, listed, directory))) {
        return Decision.store(listed, new NoOutput());
      }
      return there.stream().anyMatch(entry -> isRenewal(entry, listed, directory))
          ? Decision.store(new CheckPostponed(now, name), new NoOutput())
          : Decision.answer(new NoOutput());
    }

    /**
     * A check that looked before the stream was made may still bring its answer. It must not take
     * out the name of the stream, so the name waits for another check from now on.
     */
    private boolean isRenewal(
        StreamDirectory.Entry there, NameRegistered listed, StreamDirectory directory) {
      return existing
          && there.generation() == listed.generation()
          && directory.uncheckedSince(name).isPresent();
    }

    /** An earlier generation is no news; of the same one, only an entry without a check changes. */
    private boolean isNews(
        StreamDirectory.Entry there, NameRegistered listed, StreamDirectory directory) {
      return there.generation() < listed.generation()
          || (there.generation() == listed.generation()
              && there.type() != type
              && directory.uncheckedSince(name).isPresent());
    }
  }

  /**
   * A stream is about to be gone, and its name free again.
   *
   * @param generation which stream of that name; a later one keeps it. 0 from a node of the build
   *     before, which does not tell it and is believed: a stream that is left says so itself
   */
  record DeregisterName(String name, int generation) implements DirectoryCommand<NoOutput> {
    @Override
    public Decision<DirectoryEvent, NoOutput> decide(StreamDirectory directory, Instant now) {
      return directory
              .entry(name)
              .filter(entry -> generation == 0 || entry.generation() <= generation)
              .isPresent()
          ? Decision.store(new DirectoryEvent.NameDeregistered(now, name), new NoOutput())
          : Decision.answer(new NoOutput());
    }
  }
}
