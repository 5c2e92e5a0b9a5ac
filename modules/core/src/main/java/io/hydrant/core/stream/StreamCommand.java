package io.hydrant.core.stream;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import java.time.Instant;

/**
 * The commands of a stream: one record for each API operation, the results of its tasks, and the
 * reads of its own shell.
 */
public sealed interface StreamCommand<O> extends Command<StreamState, StreamEvent, O>
    permits CheckCreation, CreateDeliveryStream, StreamCommand.OfExisting, StreamTaskResult {

  /** A call that needs the stream to exist; without it, ResourceNotFoundException. */
  sealed interface OfExisting<O> extends StreamCommand<O>
      permits DeleteDeliveryStream,
          DescribeDeliveryStream,
          PutRecord,
          PutRecordBatch,
          StartDeliveryStreamEncryption,
          StopDeliveryStreamEncryption,
          TagDeliveryStream,
          UntagDeliveryStream,
          ListTagsForDeliveryStream,
          UpdateDestination,
          CheckUpdate,
          CheckEncryptionCall,
          DeliveryView.Read,
          StreamSummary.Read,
          IsKeyInUse,
          ListUnsupportedFeatures {

    Decision<StreamEvent, O> decide(DeliveryStream stream, Instant now);

    @Override
    default Decision<StreamEvent, O> decide(StreamState state, Instant now) {
      return state instanceof DeliveryStream stream
          ? decide(stream, now)
          : Decision.refuse(StreamErrors.notFound(state.arn()));
    }
  }
}
