package io.hydrant.replay.query;

import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.QuotaLimits;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.StreamSummary;
import io.hydrant.replay.projection.FailureText;

/** A state in a few words, for lists. */
public final class StateSummary {
  private StateSummary() {}

  public static String of(State state) {
    Object value = state.value();
    if (value instanceof DeliveryStream stream) {
      StreamSummary summary = StreamSummary.of(stream);
      return summary.status() + ", encryption " + summary.encryption().status();
    }
    if (value instanceof Key.Present key) {
      return key.metadata().state().wireName() + ", " + count(key.grants().size(), "grant");
    }
    if (value instanceof EncryptionCallBudget budget) {
      return budget.left(state.last()) + " of " + QuotaLimits.ENCRYPTION_CALLS_MAX + " calls left";
    }
    if (value instanceof RecordBuffer buffer) {
      BufferSummary summary = BufferSummary.of(buffer);
      return count(summary.records(), "record")
          + " held"
          + summary.failure().map(failure -> ", " + FailureText.ofAll(failure)).orElse("");
    }
    if (value instanceof StreamDirectory directory) {
      return count(directory.streams().size(), "stream");
    }
    if (value instanceof KeyDirectory directory) {
      return count(directory.keys().size(), "key");
    }
    return value instanceof KeyStreamQuota quota
        ? count(quota.streams().size(), "stream")
        : "absent";
  }

  private static String count(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
