package io.hydrant.core.world;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.core.stream.StreamTaskResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what a buffer owes: names objects, opens records, uploads them. */
final class BufferDuties {
  private final World world;
  private int named;

  BufferDuties(World world) {
    this.world = world;
  }

  /**
   * Empty: nothing came of it, it is to be tried again.
   *
   * @param buffer as it was when the task was started
   */
  Optional<BufferCommand<?>> perform(
      String stream, int generation, BufferTask task, RecordBuffer buffer) {
    Reply<DeliveryView> view =
        world.stream(stream).ask(new DeliveryView.Read(generation), world.now());
    return view.fold(
        found ->
            task.accept(
                new BufferTask.Visitor<Optional<BufferCommand<?>>>() {
                  @Override
                  public Optional<BufferCommand<?>> visit(BufferTask.NameObject name) {
                    return Optional.of(plan(stream, name));
                  }

                  @Override
                  public Optional<BufferCommand<?>> visit(BufferTask.ProcessRecords process) {
                    throw new IllegalStateException("No stream of this world processes records");
                  }

                  @Override
                  public Optional<BufferCommand<?>> visit(BufferTask.NameOutput name) {
                    throw new IllegalStateException("No stream of this world processes records");
                  }

                  @Override
                  public Optional<BufferCommand<?>> visit(BufferTask.Deliver deliver) {
                    Batch batch = deliver.batch();
                    return delivered(stream, generation, batch, buffer.of(batch), found);
                  }
                }),
        error -> Optional.empty());
  }

  private BufferCommand<?> plan(String stream, BufferTask.NameObject task) {
    S3ObjectLocation target =
        new S3ObjectLocation("bucket", stream + "-" + ++named, "UNCOMPRESSED");
    return new BufferCommand.PlanBatch(task.batchNumber(), target, Optional.empty());
  }

  private Optional<BufferCommand<?>> delivered(
      String stream, int generation, Batch batch, List<AppendedRecords> chunks, DeliveryView view) {
    List<String> payloads = new ArrayList<>();
    for (AppendedRecords chunk : chunks) {
      Optional<String> key = Optional.empty();
      if (chunk.epoch() != 0) {
        Reply<String> asked = open(stream, chunk.epoch(), view);
        Optional<ServiceError> refused = asked.fold(opened -> Optional.empty(), Optional::of);
        if (refused.isPresent()) {
          report(
              stream,
              generation,
              new StreamTaskResult.DataKeyDecryptFailed(chunk.epoch(), refused.get()));
          return Optional.of(
              new BufferCommand.AttemptFailed(batch.number(), refused.get().message()));
        }
        key = asked.fold(Optional::of, error -> Optional.empty());
      }
      payloads.addAll(clear(chunk, key));
    }
    upload(stream, generation, batch.target().key(), payloads);
    if (view.suspended()) {
      report(stream, generation, new StreamTaskResult.DeliveryRecovered());
    }
    return Optional.of(new BufferCommand.BatchUploaded(batch.number()));
  }

  private void report(String stream, int generation, StreamTaskResult outcome) {
    world.stream(stream).ask(new StreamTaskResult.ForGeneration(generation, outcome), world.now());
  }

  private Reply<String> open(String stream, int epoch, DeliveryView view) {
    return view.epochs().stream()
        .filter(each -> each.number() == epoch)
        .findFirst()
        .map(each -> open(stream, each))
        .orElseGet(() -> Reply.failure(new ServiceError("Gone", "the data key of epoch " + epoch)));
  }

  private Reply<String> open(String stream, KeyEpoch epoch) {
    return world
        .kms()
        .decrypt(
            epoch.keyArn(), epoch.wrappedDataKey(), World.arn(stream).toString(), epoch.number());
  }

  /** A key that is not the record's own does not open it. */
  private static List<String> clear(AppendedRecords chunk, Optional<String> key) {
    List<String> payloads = new ArrayList<>();
    long position = chunk.firstPosition();
    for (Bytes stored : chunk.records()) {
      Optional<Envelope> sealed = Envelope.read(stored);
      long place = position++;
      Objection.unless(
          sealed.stream()
              .allMatch(
                  each ->
                      key.equals(Optional.of(each.dataKey()))
                          && each.epoch() == chunk.epoch()
                          && each.position() == place),
          "epochs",
          sealed + " at " + place + " of epoch " + chunk.epoch() + " does not open with " + key);
      payloads.add(Envelope.payload(stored));
    }
    return payloads;
  }

  private void upload(String stream, int generation, String object, List<String> payloads) {
    List<String> sent =
        world.sabotaged(Sabotage.LOSES_A_RECORD) && payloads.size() > 1
            ? payloads.subList(1, payloads.size())
            : payloads;
    world.observe(new Observed.Uploaded(stream, generation, object, List.copyOf(sent)));
    if (world.sabotaged(Sabotage.DELIVERS_TWICE)) {
      world.observe(
          new Observed.Uploaded(stream, generation, object + "-again", List.copyOf(sent)));
    }
  }
}
