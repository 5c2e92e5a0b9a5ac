package io.hydrant.runtime.stream;

import io.hydrant.core.directory.CheckName;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.NameCheckCompleted;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.TaskHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Performs the tasks of a directory: asks whether the streams of unchecked names exist. */
public final class DirectoryTaskHandler
    implements TaskHandler<StreamDirectory, DirectoryEvent, CheckName> {
  private final String directoryId;
  private final Supplier<Entities<StreamState, StreamEvent>> streams;

  /**
   * Creates the handler of one directory.
   *
   * @param streams supplies the streams, which are started after the directories
   */
  public DirectoryTaskHandler(
      String directoryId, Supplier<Entities<StreamState, StreamEvent>> streams) {
    this.directoryId = directoryId;
    this.streams = streams;
  }

  @Override
  public List<PendingTask<CheckName>> outstanding(StreamDirectory directory) {
    return CheckName.pendingTasks(directory);
  }

  @Override
  public CompletionStage<Optional<Command<StreamDirectory, DirectoryEvent, ?>>> perform(
      CheckName task, StreamDirectory directory) {
    return streams
        .get()
        .query(StreamId.inDirectory(directoryId, task.name()), new DescribeDeliveryStream())
        .thenApply(answer -> NameCheckCompleted.of(task, answer).map(checked -> checked));
  }

  @Override
  public String describe(CheckName task) {
    return "The check of the name " + task.name();
  }
}
