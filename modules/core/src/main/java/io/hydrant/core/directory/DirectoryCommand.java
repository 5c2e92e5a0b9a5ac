package io.hydrant.core.directory;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.DirectoryEvent.CheckPostponed;
import io.hydrant.core.directory.DirectoryEvent.NameRegistered;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;
import java.util.Optional;

/** A command to a directory of streams. */
public sealed interface DirectoryCommand<O> extends Command<StreamDirectory, DirectoryEvent, O>
    permits DirectoryCommand.RegisterName,
        DirectoryCommand.DeregisterName,
        NameCheckCompleted,
        ListDeliveryStreams {

  /**
   * Registers a name for a creation, or for a stream that exists. Registering it twice is no error:
   * the stream itself decides whether it exists.
   *
   * @param streamsMax the account's quota of streams in this region
   * @param generation counts the streams that have had the name, from 1
   * @param existing true for the stream itself, false for a creation in progress
   */
  record RegisterName(
      String name,
      DeliveryStreamType type,
      String account,
      int streamsMax,
      int generation,
      boolean existing)
      implements DirectoryCommand<NoOutput> {

    /** Registers the name for a creation that is about to make its stream. */
    public static RegisterName ofCreation(
        String name, DeliveryStreamType type, String account, int streamsMax, int generation) {
      return new RegisterName(name, type, account, streamsMax, generation, false);
    }

    /** Registers the name of a stream that exists already, whatever the quota says. */
    public static RegisterName ofExisting(
        String name, DeliveryStreamType type, String account, int generation) {
      return new RegisterName(name, type, account, Integer.MAX_VALUE, generation, true);
    }

    @Override
    public Decision<DirectoryEvent, NoOutput> decide(StreamDirectory directory, Instant now) {
      Optional<StreamDirectory.Entry> known = directory.entry(name);
      if (known.isEmpty() && directory.streams().size() >= streamsMax) {
        return Decision.refuse(DirectoryErrors.tooManyStreams(streamsMax));
      }
      if (known.stream().allMatch(entry -> isChange(entry, directory))) {
        return Decision.store(new NameRegistered(now, name, type, generation), new NoOutput());
      }
      return known.stream().anyMatch(entry -> postponesCheck(entry, directory))
          ? Decision.store(new CheckPostponed(now, name), new NoOutput())
          : Decision.answer(new NoOutput());
    }

    /**
     * A check that read the stream before it was created may still bring its result. The result
     * must not remove the stream's name, so the name gets another check, counted from now.
     */
    private boolean postponesCheck(StreamDirectory.Entry known, StreamDirectory directory) {
      return existing
          && known.generation() == generation
          && directory.uncheckedSince(name).isPresent();
    }

    /** An earlier generation changes nothing; the same one only before the name is checked. */
    private boolean isChange(StreamDirectory.Entry known, StreamDirectory directory) {
      return known.generation() < generation
          || (known.generation() == generation
              && known.type() != type
              && directory.uncheckedSince(name).isPresent());
    }
  }

  /**
   * Removes the name of a stream that is about to be gone.
   *
   * @param generation the stream of that name; a later one keeps the name
   */
  record DeregisterName(String name, int generation) implements DirectoryCommand<NoOutput> {
    @Override
    public Decision<DirectoryEvent, NoOutput> decide(StreamDirectory directory, Instant now) {
      return directory.entry(name).filter(entry -> entry.generation() <= generation).isPresent()
          ? Decision.store(new DirectoryEvent.NameDeregistered(now, name), new NoOutput())
          : Decision.answer(new NoOutput());
    }
  }
}
