package io.hydrant.core.directory;

import io.hydrant.core.directory.DirectoryEvent.NameConfirmed;
import io.hydrant.core.directory.DirectoryEvent.NameRegistered;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.DeliveryStreamStatus;
import io.hydrant.core.stream.StreamErrors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of a {@link CheckName}.
 *
 * @param since as in the task; a name that was removed and entered again has another time
 * @param found empty where no stream has the name
 */
public record NameCheckCompleted(String name, Instant since, Optional<StreamDirectory.Entry> found)
    implements DirectoryCommand<NoOutput> {

  /**
   * Translates the reply of a stream; empty where it says nothing about the name yet. A stream that
   * is being deleted takes its name out itself. One that is older than the entry is asked again
   * later.
   */
  public static Optional<NameCheckCompleted> of(
      CheckName task, Reply<DeliveryStreamDescription> answer) {
    return answer.fold(
        stream ->
            stream.status() == DeliveryStreamStatus.DELETING
                    || stream.generation() < task.entry().generation()
                ? Optional.empty()
                : Optional.of(
                    new NameCheckCompleted(
                        task.name(),
                        task.since(),
                        Optional.of(
                            new StreamDirectory.Entry(stream.type(), stream.generation())))),
        error -> absent(task, error));
  }

  private static Optional<NameCheckCompleted> absent(CheckName task, ServiceError refusal) {
    return StreamErrors.isNotFound(refusal)
        ? Optional.of(new NameCheckCompleted(task.name(), task.since(), Optional.empty()))
        : Optional.empty();
  }

  @Override
  public Decision<DirectoryEvent, NoOutput> decide(StreamDirectory directory, Instant now) {
    if (directory.uncheckedSince(name).filter(since::equals).isEmpty()) {
      return Decision.answer(new NoOutput());
    }
    return new Decision<>(
        found.map(entry -> checked(directory, entry, now)).orElseGet(() -> abandoned(now)),
        Reply.success(new NoOutput()));
  }

  private List<DirectoryEvent> checked(
      StreamDirectory directory, StreamDirectory.Entry entry, Instant now) {
    DirectoryEvent confirmed = new NameConfirmed(now, name);
    return directory.entry(name).filter(entry::equals).isPresent()
        ? List.of(confirmed)
        : List.of(new NameRegistered(now, name, entry.type(), entry.generation()), confirmed);
  }

  private List<DirectoryEvent> abandoned(Instant now) {
    return List.of(new DirectoryEvent.NameDeregistered(now, name));
  }
}
