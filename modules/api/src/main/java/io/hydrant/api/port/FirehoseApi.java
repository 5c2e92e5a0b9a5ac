package io.hydrant.api.port;

import io.hydrant.core.directory.ListDeliveryStreams;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.CreateDeliveryStream;
import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.ListTagsForDeliveryStream;
import io.hydrant.core.stream.PutRecord;
import io.hydrant.core.stream.PutRecordBatch;
import io.hydrant.core.stream.TagDeliveryStream;
import io.hydrant.core.stream.UntagDeliveryStream;
import io.hydrant.core.stream.UpdateDestination;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The twelve Firehose operations as the HTTP API calls them. Errors that a client can cause are
 * replies; a stage fails only for a timeout or a bug.
 */
public interface FirehoseApi {
  CompletionStage<Reply<CreateDeliveryStream.Output>> createDeliveryStream(
      Caller caller, StreamName name, CreateDeliveryStream.Input input);

  CompletionStage<Reply<NoOutput>> deleteDeliveryStream(
      Caller caller, StreamName name, boolean allowForceDelete);

  CompletionStage<Reply<DeliveryStreamDescription>> describeDeliveryStream(
      Caller caller, StreamName name);

  CompletionStage<Reply<ListDeliveryStreams.Output>> listDeliveryStreams(
      Caller caller, ListDeliveryStreams input);

  CompletionStage<Reply<ListTagsForDeliveryStream.Output>> listTagsForDeliveryStream(
      Caller caller, StreamName name, ListTagsForDeliveryStream input);

  CompletionStage<Reply<PutRecord.Output>> putRecord(Caller caller, StreamName name, Bytes data);

  CompletionStage<Reply<PutRecordBatch.Output>> putRecordBatch(
      Caller caller, StreamName name, List<Bytes> records);

  CompletionStage<Reply<NoOutput>> startDeliveryStreamEncryption(
      Caller caller, StreamName name, EncryptionConfigurationInput key);

  CompletionStage<Reply<NoOutput>> stopDeliveryStreamEncryption(Caller caller, StreamName name);

  CompletionStage<Reply<NoOutput>> tagDeliveryStream(
      Caller caller, StreamName name, TagDeliveryStream input);

  CompletionStage<Reply<NoOutput>> untagDeliveryStream(
      Caller caller, StreamName name, UntagDeliveryStream input);

  CompletionStage<Reply<NoOutput>> updateDestination(
      Caller caller, StreamName name, UpdateDestination input);
}
