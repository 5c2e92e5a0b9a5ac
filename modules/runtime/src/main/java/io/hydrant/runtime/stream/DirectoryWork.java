package io.hydrant.runtime.stream;

import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.DirectoryTask;
import io.hydrant.core.directory.NameChecked;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Outstanding;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.entity.EntityRegion;
import io.hydrant.runtime.entity.Work;
import io.hydrant.runtime.id.StreamId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Does what a directory owes: asks the streams behind names that are not checked yet. */
public final class DirectoryWork implements Work<StreamDirectory, DirectoryEvent, DirectoryTask> {
  private final String directoryId;
  private final Supplier<EntityRegion<StreamState, StreamEvent>> streams;

  /**
   * @param streams streams and directories know each other, so one of them comes later
   */
  public DirectoryWork(
      String directoryId, Supplier<EntityRegion<StreamState, StreamEvent>> streams) {
    this.directoryId = directoryId;
    this.streams = streams;
  }

  @Override
  public List<Outstanding<DirectoryTask>> outstanding(StreamDirectory directory) {
    return DirectoryTask.outstanding(directory);
  }

  @Override
  public CompletionStage<Optional<Command<StreamDirectory, DirectoryEvent, ?>>> perform(
      DirectoryTask task, StreamDirectory directory) {
    return streams
        .get()
        .look(StreamId.inDirectory(directoryId, task.name()), new DescribeDeliveryStream())
        .thenApply(answer -> NameChecked.of(task, answer).map(checked -> checked));
  }

  @Override
  public String describe(DirectoryTask task) {
    return "The check of the name " + task.name();
  }
}
