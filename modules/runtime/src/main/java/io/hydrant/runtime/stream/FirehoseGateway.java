package io.hydrant.runtime.stream;

import io.hydrant.api.call.Replies;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.destination.TableCheck;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.ListDeliveryStreams;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.CheckCreation;
import io.hydrant.core.stream.CheckUpdate;
import io.hydrant.core.stream.CreateDeliveryStream;
import io.hydrant.core.stream.DeleteDeliveryStream;
import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.ListTagsForDeliveryStream;
import io.hydrant.core.stream.PutRecord;
import io.hydrant.core.stream.PutRecordBatch;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamCommand;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.TagDeliveryStream;
import io.hydrant.core.stream.TransitionDelays;
import io.hydrant.core.stream.UntagDeliveryStream;
import io.hydrant.core.stream.UpdateDestination;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.secret.SecretCipher;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Performs the twelve Firehose operations by commands to the entities that each one needs. */
public final class FirehoseGateway implements FirehoseApi {
  private final Entities<StreamState, StreamEvent> streams;
  private final Entities<StreamDirectory, DirectoryEvent> directories;
  private final EncryptionCalls encryptionCalls;
  private final RecordIngestion puts;
  private final BatchIngestion batches;
  private final KeyResolution keys;
  private final TableResolution tables;
  private final SecretCipher secrets;
  private final TransitionDelays pace;
  private final int streamsMax;
  private final FeatureNotices notices;

  public FirehoseGateway(FirehoseDependencies parts) {
    this.streams = parts.streams();
    this.directories = parts.directories();
    this.keys =
        new KeyResolution(
            parts.kms(),
            new KeyStreamQuotaService(
                parts.keyClaims(), parts.streams(), parts.clock(), parts.streamsPerKeyMax()));
    this.tables = parts.tables();
    this.secrets = parts.secrets();
    this.encryptionCalls = new EncryptionCalls(streams, parts.budgets(), keys, parts.pace());
    this.puts = new RecordIngestion(streams, parts.buffers(), parts.callers());
    this.batches = new BatchIngestion(puts, parts.faults());
    this.pace = parts.pace();
    this.streamsMax = parts.streamsMax();
    this.notices = new FeatureNotices(streams);
  }

  /** Checks the input, the table, the key and the name in this order, and creates the stream. */
  @Override
  public CompletionStage<Reply<CreateDeliveryStream.Output>> createDeliveryStream(
      Caller caller, StreamName name, CreateDeliveryStream.Input input) {
    StreamArn arn = arn(caller, name);
    Optional<ServiceError> wrong = CreateDeliveryStream.check(caller, name, input);
    if (wrong.isPresent()) {
      return Replies.failure(wrong.get());
    }
    return Replies.then(
        streams.query(StreamId.of(arn), new CheckCreation()),
        generation ->
            Replies.then(
                tables.check(TableCheck.toLookUp(caller, input.configurations())),
                found -> createUnder(arn, caller, input, generation)));
  }

  private CompletionStage<Reply<CreateDeliveryStream.Output>> createUnder(
      StreamArn arn, Caller caller, CreateDeliveryStream.Input input, int generation) {
    CompletionStage<Reply<Optional<ResolvedKey>>> target =
        input
            .encryption()
            .map(key -> Replies.map(keys.target(caller, arn, key), Optional::of))
            .orElseGet(() -> Replies.now(Reply.success(Optional.empty())));
    return Replies.then(
        target,
        found ->
            register(
                arn,
                input,
                generation,
                new CreateDeliveryStream(arn, secrets.encrypt(arn, input), found, pace, caller)));
  }

  private CompletionStage<Reply<CreateDeliveryStream.Output>> register(
      StreamArn arn,
      CreateDeliveryStream.Input input,
      int generation,
      CreateDeliveryStream command) {
    return Replies.then(
            directories.ask(
                StreamId.directory(arn),
                DirectoryCommand.RegisterName.ofCreation(
                    arn.name().value(), input.type(), arn.account(), streamsMax, generation)),
            registered -> streams.ask(StreamId.of(arn), command, Optional.of(command.caller())))
        .thenCompose(created -> notices.warnAfter(arn, created));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> deleteDeliveryStream(
      Caller caller, StreamName name, boolean allowForceDelete) {
    return ask(caller, name, new DeleteDeliveryStream(allowForceDelete));
  }

  @Override
  public CompletionStage<Reply<DeliveryStreamDescription>> describeDeliveryStream(
      Caller caller, StreamName name) {
    return streams.query(StreamId.of(arn(caller, name)), new DescribeDeliveryStream());
  }

  @Override
  public CompletionStage<Reply<ListDeliveryStreams.Output>> listDeliveryStreams(
      Caller caller, ListDeliveryStreams input) {
    return directories.query(StreamId.directory(caller), input);
  }

  @Override
  public CompletionStage<Reply<ListTagsForDeliveryStream.Output>> listTagsForDeliveryStream(
      Caller caller, StreamName name, ListTagsForDeliveryStream input) {
    return ask(caller, name, input);
  }

  @Override
  public CompletionStage<Reply<PutRecord.Output>> putRecord(
      Caller caller, StreamName name, Bytes data) {
    return puts.put(caller, arn(caller, name), new PutRecord(), List.of(data))
        .thenApply(
            reply ->
                reply.map(put -> new PutRecord.Output(put.recordIds().get(0), put.encrypted())));
  }

  @Override
  public CompletionStage<Reply<PutRecordBatch.Output>> putRecordBatch(
      Caller caller, StreamName name, List<Bytes> records) {
    return batches.put(caller, arn(caller, name), records);
  }

  @Override
  public CompletionStage<Reply<NoOutput>> startDeliveryStreamEncryption(
      Caller caller, StreamName name, EncryptionConfigurationInput key) {
    return encryptionCalls.start(caller, arn(caller, name), key);
  }

  @Override
  public CompletionStage<Reply<NoOutput>> stopDeliveryStreamEncryption(
      Caller caller, StreamName name) {
    return encryptionCalls.stop(caller, arn(caller, name));
  }

  @Override
  public CompletionStage<Reply<NoOutput>> tagDeliveryStream(
      Caller caller, StreamName name, TagDeliveryStream input) {
    return ask(caller, name, input);
  }

  @Override
  public CompletionStage<Reply<NoOutput>> untagDeliveryStream(
      Caller caller, StreamName name, UntagDeliveryStream input) {
    return ask(caller, name, input);
  }

  @Override
  public CompletionStage<Reply<NoOutput>> updateDestination(
      Caller caller, StreamName name, UpdateDestination input) {
    return input
        .check(caller)
        .map(Replies::<NoOutput>failure)
        .orElseGet(() -> updateChecked(caller, name, secrets.encrypt(arn(caller, name), input)));
  }

  /**
   * Looks up the table of a conversion as the update makes it, and then updates.
   *
   * @param input with its secrets encrypted: it may be sent to another node
   */
  private CompletionStage<Reply<NoOutput>> updateChecked(
      Caller caller, StreamName name, UpdateDestination input) {
    StreamArn arn = arn(caller, name);
    CompletionStage<Reply<NoOutput>> checked =
        input.changesConversion()
            ? Replies.then(
                streams.query(StreamId.of(arn), new CheckUpdate(input)),
                accepted -> tables.check(accepted.table()))
            : Replies.now(Reply.success(new NoOutput()));
    return Replies.then(checked, found -> ask(caller, name, input))
        .thenCompose(updated -> notices.warnAfter(arn, updated));
  }

  private <O> CompletionStage<Reply<O>> ask(
      Caller caller, StreamName name, StreamCommand<O> command) {
    return streams.ask(StreamId.of(arn(caller, name)), command, Optional.of(caller));
  }

  private static StreamArn arn(Caller caller, StreamName name) {
    return new StreamArn(caller.region(), caller.account(), name);
  }
}
