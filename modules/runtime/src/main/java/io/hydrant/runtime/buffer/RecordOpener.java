package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.runtime.buffer.OpenedRecords.Opened;
import io.hydrant.runtime.kms.KmsPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Decrypts stored records. The exception of a failed stage contains the reason in a sentence.
 *
 * @param kms decrypts their data keys
 */
record RecordOpener(KmsPort kms) {

  CompletionStage<OpenedRecords> open(List<AppendedRecords> chunks, DeliveryView view) {
    return keys(chunks, view).thenApply(keys -> opened(chunks, view, keys));
  }

  private CompletionStage<Map<Integer, Bytes>> keys(
      List<AppendedRecords> chunks, DeliveryView view) {
    DataKeyDecryptor decryptor = new DataKeyDecryptor(kms, view.arn());
    CompletionStage<Map<Integer, Bytes>> keys = CompletableFuture.completedFuture(new HashMap<>());
    for (int epoch :
        chunks.stream().mapToInt(AppendedRecords::epoch).filter(e -> e != 0).distinct().toArray()) {
      keys =
          keys.thenCombine(
              decryptor.ask(epochOf(view, epoch)),
              (all, reply) -> {
                all.put(epoch, orThrow(epoch, reply));
                return all;
              });
    }
    return keys;
  }

  private static KeyEpoch epochOf(DeliveryView view, int number) {
    return view.epochs().stream()
        .filter(epoch -> epoch.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The data key of epoch "
                        + number
                        + " does not exist any more; its records cannot be decrypted."));
  }

  private static Bytes orThrow(int epoch, Reply<Bytes> reply) {
    return reply.fold(
        key -> key,
        refusal -> {
          throw new DataKeyDecryptException(epoch, refusal);
        });
  }

  private static OpenedRecords opened(
      List<AppendedRecords> chunks, DeliveryView view, Map<Integer, Bytes> keys) {
    List<Opened> records = new ArrayList<>();
    for (AppendedRecords chunk : chunks) {
      long position = chunk.firstPosition();
      for (Bytes record : chunk.records()) {
        Bytes data = Bytes.wrap(clear(chunk, position, record, view, keys));
        records.add(new Opened(position++, chunk.at(), data));
      }
    }
    int latest = chunks.stream().mapToInt(AppendedRecords::epoch).max().orElse(0);
    return new OpenedRecords(records, latest, Optional.ofNullable(keys.get(latest)));
  }

  private static byte[] clear(
      AppendedRecords chunk,
      long position,
      Bytes record,
      DeliveryView view,
      Map<Integer, Bytes> keys) {
    if (chunk.epoch() == 0) {
      return record.unsafeArray();
    }
    return RecordSealer.open(keys.get(chunk.epoch()), view.arn(), chunk.epoch(), position, record)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The record at position "
                        + position
                        + " does not match its seal: the journal has been changed."));
  }
}
