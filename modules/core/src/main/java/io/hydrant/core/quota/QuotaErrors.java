package io.hydrant.core.quota;

import io.hydrant.core.entity.ServiceError;
import java.time.Instant;

/** The errors of the quotas. */
public final class QuotaErrors {
  private QuotaErrors() {}

  static ServiceError exhausted(Instant nextAdmitted) {
    return new ServiceError(
        "LimitExceededException",
        "StartDeliveryStreamEncryption and StopDeliveryStreamEncryption have a combined limit of "
            + QuotaLimits.ENCRYPTION_CALLS_MAX
            + " calls per Firehose stream per 24 hours; the next call is admitted at "
            + nextAdmitted
            + ".");
  }

  static ServiceError keyFull(String key, int max) {
    return new ServiceError(
        "LimitExceededException",
        "The key "
            + key
            + " already encrypts "
            + max
            + " Firehose streams, the most that one customer managed key can.");
  }

  static ServiceError slowDown(String aSecond) {
    return new ServiceError(
        "ServiceUnavailableException",
        "Slow down. The stream's throughput is limited to " + aSecond + " a second.");
  }

  public static ServiceError rateExceeded() {
    return new ServiceError("ThrottlingException", "Rate exceeded");
  }
}
