package io.hydrant.api.firehose;

import io.hydrant.api.call.Operation;
import io.hydrant.api.port.FirehoseApi;
import java.util.List;

/** The operations of the Firehose API. */
public final class FirehoseOperations {
  private FirehoseOperations() {}

  public static List<Operation> all(FirehoseApi api) {
    return List.of(
        new CreateDeliveryStreamJson(api),
        new DeleteDeliveryStreamJson(api),
        new DescribeDeliveryStreamJson(api),
        new ListDeliveryStreamsJson(api),
        new ListTagsForDeliveryStreamJson(api),
        new PutRecordJson(api),
        new PutRecordBatchJson(api),
        new StartDeliveryStreamEncryptionJson(api),
        new StopDeliveryStreamEncryptionJson(api),
        new TagDeliveryStreamJson(api),
        new UntagDeliveryStreamJson(api),
        new UpdateDestinationJson(api));
  }
}
