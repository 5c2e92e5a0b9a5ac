package io.hydrant.core.directory;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.stream.DeliveryStreamType;
import java.time.Instant;

/** What a directory can be asked. */
public sealed interface DirectoryCommand<O> extends Command<StreamDirectory, DirectoryEvent, O>
    permits DirectoryCommand.EnterName, DirectoryCommand.RemoveName, ListDeliveryStreams {

  /**
   * A name is about to be used. Entering it twice is no error: the stream itself says whether it
   * exists.
   *
   * @param streamsMax the account's quota of streams in this region
   */
  record EnterName(String name, DeliveryStreamType type, String account, int streamsMax)
      implements DirectoryCommand<Empty> {
    @Override
    public Decision<DirectoryEvent, Empty> decide(StreamDirectory directory, Instant now) {
      if (type.equals(directory.streams().get(name))) {
        return Decision.answer(new Empty());
      }
      if (!directory.streams().containsKey(name) && directory.streams().size() >= streamsMax) {
        return Decision.refuse(Errors.tooManyStreams(streamsMax));
      }
      return Decision.store(new DirectoryEvent.StreamListed(now, name, type), new Empty());
    }
  }

  /** A name is free again. */
  record RemoveName(String name) implements DirectoryCommand<Empty> {
    @Override
    public Decision<DirectoryEvent, Empty> decide(StreamDirectory directory, Instant now) {
      return directory.streams().containsKey(name)
          ? Decision.store(new DirectoryEvent.StreamUnlisted(now, name), new Empty())
          : Decision.answer(new Empty());
    }
  }
}
