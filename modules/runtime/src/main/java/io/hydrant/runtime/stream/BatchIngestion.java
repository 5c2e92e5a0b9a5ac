package io.hydrant.runtime.stream;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.PutRecordBatch;
import io.hydrant.runtime.fault.FaultInjector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Performs PutRecordBatch: all records are stored together, except those that a fault makes fail.
 */
final class BatchIngestion {
  private final RecordIngestion puts;
  private final FaultInjector faults;

  BatchIngestion(RecordIngestion puts, FaultInjector faults) {
    this.puts = puts;
    this.faults = faults;
  }

  CompletionStage<Reply<PutRecordBatch.Output>> put(
      Caller caller, StreamArn arn, List<Bytes> records) {
    return faults
        .effectOn(
            new CallDescription(
                Fault.Service.FIREHOSE,
                "PutRecordBatch",
                Fault.By.CLIENT,
                List.of(arn.toString()),
                true))
        .thenCompose(effect -> put(caller, arn, records, effect));
  }

  private CompletionStage<Reply<PutRecordBatch.Output>> put(
      Caller caller, StreamArn arn, List<Bytes> records, Optional<Fault.Effect> effect) {
    List<Bytes> kept = new ArrayList<>();
    for (int place = 0; place < records.size(); place++) {
      if (!fails(effect, place)) {
        kept.add(records.get(place));
      }
    }
    long size = records.stream().mapToLong(Bytes::size).sum();
    return puts.put(caller, arn, new PutRecordBatch(size), kept)
        .thenApply(reply -> reply.map(put -> output(put, records.size(), effect)));
  }

  private static PutRecordBatch.Output output(
      RecordIngestion.Stored stored, int records, Optional<Fault.Effect> effect) {
    Iterator<String> ids = stored.recordIds().iterator();
    List<PutRecordBatch.Entry> entries = new ArrayList<>(records);
    for (int place = 0; place < records; place++) {
      entries.add(
          fails(effect, place)
              ? PutRecordBatch.Entry.failed(effect.flatMap(Fault.Effect::error).orElseThrow())
              : PutRecordBatch.Entry.stored(ids.next()));
    }
    return new PutRecordBatch.Output(entries, stored.encrypted());
  }

  private static boolean fails(Optional<Fault.Effect> effect, int place) {
    return effect.filter(found -> found.appliesTo(place)).isPresent();
  }
}
