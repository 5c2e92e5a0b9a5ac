package io.hydrant.delivery.report;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.stream.DeliveryView;
import java.util.List;

/**
 * Sees what becomes of the records of streams. An implementation neither blocks nor fails. An
 * attempt that is repeated after a crash is reported again.
 */
public interface DeliveryObserver {
  /** Ignores all reports. */
  DeliveryObserver NONE = new DeliveryObserver() {};

  /** Sees that a processor of a stream has processed a batch. */
  default void processed(DeliveryView stream, ProcessedBatch batch) {}

  /** Sees that a batch failed as a whole at a processor; it is tried again. */
  default void processingFailed(DeliveryView stream, FailedBatch batch) {}

  /**
   * Sees how many records of a batch failed because the stream has too many active partitions.
   *
   * @param records 0 for a batch that was within the limit
   */
  default void beyondPartitionsLimit(DeliveryView stream, long records) {}

  /** Sees that an object was delivered. */
  default void delivered(DeliveryView stream, DeliveredObject object) {}

  /** Sees that an attempt to deliver an object failed; it is tried again. */
  default void deliveryFailed(
      DeliveryView stream, OutputPlace.Kind place, ReportedFailure failure) {}

  /** Sees that the format of a batch was converted. */
  default void converted(DeliveryView stream, ConvertedBatch batch) {}

  /**
   * Sees that KMS refuses to decrypt a data key of the stream's records.
   *
   * @param code KMS's own code
   */
  default void keyRefused(DeliveryView stream, String code) {}

  /** Returns an observer that reports to several ones, in this order. */
  static DeliveryObserver all(List<DeliveryObserver> observers) {
    return new DeliveryObservers(observers);
  }
}
