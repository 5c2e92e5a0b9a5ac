package io.hydrant.runtime.buffer;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.core.stream.StreamErrors;
import io.hydrant.runtime.kms.KmsPort;
import java.util.concurrent.CompletionStage;

/** Asks KMS to decrypt the data keys of one stream, and turns a refusal into Firehose's error. */
record DataKeyDecryptor(KmsPort kms, StreamArn arn) {
  CompletionStage<Reply<Bytes>> open(KeyEpoch epoch) {
    return ask(epoch)
        .thenApply(
            reply ->
                reply.fold(
                    Reply::success, refusal -> Reply.failure(StreamErrors.keyUnusable(refusal))));
  }

  /** Does the same, with KMS's own error. */
  CompletionStage<Reply<Bytes>> ask(KeyEpoch epoch) {
    return kms.decrypt(epoch.type(), epoch.keyArn(), epoch.wrappedDataKey(), arn);
  }
}
