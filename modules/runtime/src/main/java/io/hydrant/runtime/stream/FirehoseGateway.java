package io.hydrant.runtime.stream;

import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.ListDeliveryStreams;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.CreateDeliveryStream;
import io.hydrant.core.stream.DeleteDeliveryStream;
import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.Errors;
import io.hydrant.core.stream.KeyChoice;
import io.hydrant.core.stream.KeyTarget;
import io.hydrant.core.stream.ListTagsForDeliveryStream;
import io.hydrant.core.stream.Pace;
import io.hydrant.core.stream.PutRecord;
import io.hydrant.core.stream.PutRecordBatch;
import io.hydrant.core.stream.StreamCommand;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.TagDeliveryStream;
import io.hydrant.core.stream.UntagDeliveryStream;
import io.hydrant.core.stream.UpdateDestination;
import io.hydrant.runtime.entity.EntityRegion;
import io.hydrant.runtime.id.StreamId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The twelve Firehose operations, each turned into asks of the entities that it concerns. */
public class FirehoseGateway {
  private final EntityRegion<StreamState, StreamEvent> streams;
  private final EntityRegion<StreamDirectory, DirectoryEvent> directories;
  private final EncryptionCalls encryptionCalls;
  private final Puts puts;
  private final Batches batches;
  private final KeyLookup keys;
  private final Pace pace;
  private final int streamsMax;
  private final FeatureNotices notices;

  public FirehoseGateway(FirehoseParts parts) {
    this.streams = parts.streams();
    this.directories = parts.directories();
    this.keys =
        new KeyLookup(
            parts.kms(),
            new KeyClaimDesk(
                parts.keyClaims(), parts.streams(), parts.clock(), parts.streamsPerKeyMax()));
    this.encryptionCalls = new EncryptionCalls(streams, parts.budgets(), keys, parts.pace());
    this.puts = new Puts(streams, parts.buffers(), parts.callers());
    this.batches = new Batches(puts, parts.faults());
    this.pace = parts.pace();
    this.streamsMax = parts.streamsMax();
    this.notices = new FeatureNotices(streams);
  }

  /** What the rules can say first, then the key, then the name, then the stream itself. */
  public CompletionStage<Reply<CreateDeliveryStream.Output>> createDeliveryStream(
      Caller caller, StreamName name, CreateDeliveryStream.Input input) {
    StreamArn arn = arn(caller, name);
    Optional<Refusal> wrong = CreateDeliveryStream.check(caller, name, input);
    if (wrong.isPresent()) {
      return refused(wrong.get());
    }
    return streams
        .look(StreamId.of(arn), new DescribeDeliveryStream(true))
        .thenCompose(
            found ->
                found.fold(
                    exists -> refused(Errors.alreadyExists(arn)),
                    absent ->
                        createUnder(
                            arn, caller, input, DescribeDeliveryStream.nextGeneration(absent))));
  }

  private CompletionStage<Reply<CreateDeliveryStream.Output>> createUnder(
      StreamArn arn, Caller caller, CreateDeliveryStream.Input input, int generation) {
    CompletionStage<Reply<Optional<KeyTarget>>> target =
        input
            .encryption()
            .map(key -> keys.target(caller, arn, key).thenApply(reply -> reply.map(Optional::of)))
            .orElseGet(() -> CompletableFuture.completedFuture(Reply.success(Optional.empty())));
    return target.thenCompose(
        reply ->
            reply.fold(
                found ->
                    enter(
                        arn,
                        input,
                        generation,
                        new CreateDeliveryStream(arn, input, found, pace, caller)),
                FirehoseGateway::refused));
  }

  private CompletionStage<Reply<CreateDeliveryStream.Output>> enter(
      StreamArn arn,
      CreateDeliveryStream.Input input,
      int generation,
      CreateDeliveryStream command) {
    return directories
        .ask(
            StreamId.directory(arn),
            DirectoryCommand.EnterName.ofCreation(
                arn.name().value(), input.type(), arn.account(), streamsMax, generation))
        .thenCompose(
            entered ->
                entered.fold(
                    done -> streams.ask(StreamId.of(arn), command, Optional.of(command.caller())),
                    FirehoseGateway::refused))
        .thenCompose(created -> notices.warnAfter(arn, created));
  }

  public CompletionStage<Reply<Empty>> deleteDeliveryStream(
      Caller caller, StreamName name, boolean allowForceDelete) {
    return ask(caller, name, new DeleteDeliveryStream(allowForceDelete, caller));
  }

  public CompletionStage<Reply<DeliveryStreamDescription>> describeDeliveryStream(
      Caller caller, StreamName name) {
    return streams.look(StreamId.of(arn(caller, name)), new DescribeDeliveryStream());
  }

  public CompletionStage<Reply<ListDeliveryStreams.Output>> listDeliveryStreams(
      Caller caller, ListDeliveryStreams input) {
    return directories.look(StreamId.directory(caller), input);
  }

  public CompletionStage<Reply<ListTagsForDeliveryStream.Output>> listTagsForDeliveryStream(
      Caller caller, StreamName name, ListTagsForDeliveryStream input) {
    return ask(caller, name, input);
  }

  public CompletionStage<Reply<PutRecord.Output>> putRecord(
      Caller caller, StreamName name, Bytes data) {
    return puts.put(caller, arn(caller, name), new PutRecord(), List.of(data))
        .thenApply(
            reply ->
                reply.map(put -> new PutRecord.Output(put.recordIds().get(0), put.encrypted())));
  }

  public CompletionStage<Reply<PutRecordBatch.Output>> putRecordBatch(
      Caller caller, StreamName name, List<Bytes> records) {
    return batches.put(caller, arn(caller, name), records);
  }

  public CompletionStage<Reply<Empty>> startDeliveryStreamEncryption(
      Caller caller, StreamName name, KeyChoice key) {
    return encryptionCalls.start(caller, arn(caller, name), key);
  }

  public CompletionStage<Reply<Empty>> stopDeliveryStreamEncryption(
      Caller caller, StreamName name) {
    return encryptionCalls.stop(caller, arn(caller, name));
  }

  public CompletionStage<Reply<Empty>> tagDeliveryStream(
      Caller caller, StreamName name, TagDeliveryStream input) {
    return ask(caller, name, input);
  }

  public CompletionStage<Reply<Empty>> untagDeliveryStream(
      Caller caller, StreamName name, UntagDeliveryStream input) {
    return ask(caller, name, input);
  }

  public CompletionStage<Reply<Empty>> updateDestination(
      Caller caller, StreamName name, UpdateDestination input) {
    return input
        .check(caller)
        .map(FirehoseGateway::<Empty>refused)
        .orElseGet(
            () ->
                ask(caller, name, input)
                    .thenCompose(updated -> notices.warnAfter(arn(caller, name), updated)));
  }

  private <O> CompletionStage<Reply<O>> ask(
      Caller caller, StreamName name, StreamCommand<O> command) {
    return streams.ask(StreamId.of(arn(caller, name)), command, Optional.of(caller));
  }

  private static StreamArn arn(Caller caller, StreamName name) {
    return new StreamArn(caller.region(), caller.account(), name);
  }

  private static <O> CompletionStage<Reply<O>> refused(Refusal refusal) {
    return CompletableFuture.completedFuture(Reply.failure(refusal));
  }
}
