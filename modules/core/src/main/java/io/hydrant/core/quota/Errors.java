package io.hydrant.core.quota;

import io.hydrant.core.entity.Refusal;
import java.time.Instant;

/** The refusals of the quotas. */
public final class Errors {
  private Errors() {}

  static Refusal exhausted(Instant nextAdmitted) {
    return new Refusal(
        "LimitExceededException",
        "StartDeliveryStreamEncryption and StopDeliveryStreamEncryption have a combined limit of "
            + Limits.ENCRYPTION_CALLS_MAX
            + " calls per Firehose stream per 24 hours; the next call is admitted at "
            + nextAdmitted
            + ".");
  }

  static Refusal keyFull(String key, int max) {
    return new Refusal(
        "LimitExceededException",
        "The key "
            + key
            + " already encrypts "
            + max
            + " Firehose streams, the most that one customer managed key can.");
  }

  static Refusal slowDown(String aSecond) {
    return new Refusal(
        "ServiceUnavailableException",
        "Slow down. The stream's throughput is limited to " + aSecond + " a second.");
  }

  public static Refusal rateExceeded() {
    return new Refusal("ThrottlingException", "Rate exceeded");
  }
}
